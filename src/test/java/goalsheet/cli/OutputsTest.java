package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.RawEdit;
import goalsheet.check.Returned;
import goalsheet.xlsx.FailingDisk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every command that writes, on disks that fail and beside files that are somebody's. */
class OutputsTest {
    private static byte[] filled;

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path form;
    private Path out;

    /** All kinds of outputs, and how they are asked for. */
    private enum Kind {
        GENERATE("generate", "-t", "templates/hebei-2023.yaml", "-r", "ROSTER", "--spare", "0", "-o", "OUT"),
        FILL("fill", "-t", "templates/hebei-2023.yaml", "-d", "samples/qianan-court/data.yaml", "-o", "OUT/a.xlsx"),
        POUR("fill", "-t", "templates/hebei-2023.yaml", "--from", "FORM", "-o", "OUT/a.xlsx"),
        FIX("fix", "FORM", "-o", "OUT/a.xlsx"),
        CHECK("check", "--brief", "-o", "OUT", "FORM");

        private final List<String> words;

        Kind(String... words) {
            this.words = List.of(words);
        }
    }

    @BeforeAll
    static void fill(@TempDir Path once) throws IOException {
        filled = Files.readAllBytes(Returned.court(once.resolve("a.xlsx")));
    }

    @BeforeEach
    void files() throws IOException {
        form = Files.write(folder.resolve("法院.xlsx"), filled);
        Files.writeString(folder.resolve("roster.csv"), "单位编码,单位名称\n130281,甲\n130282,乙\n");
        out = Files.createDirectory(folder.resolve("out"));
    }

    private int run(List<String> words) {
        said.reset();
        PrintStream console = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Program(Main.COMMANDS, console, console).run(words).number();
    }

    private int run(Kind kind, String... more) {
        List<String> words = new ArrayList<>(kind.words.stream().map(word -> word.replace("OUT", out.toString()).replace("FORM", form.toString())
                .replace("ROSTER", folder.resolve("roster.csv").toString())).toList());
        words.addAll(List.of(more));
        return run(words);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> contents(Path folder) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Fails the first step on the disk, the second, … until a run passes: each output is the old one or the new one, whole, and nothing else is there. */
    @ParameterizedTest
    @EnumSource
    void anyStepOnTheDiskMayFail(Kind kind) throws IOException {
        assertThat(run(kind)).as(said()).isZero();
        Map<String, byte[]> whole = contents(out);
        byte[] source = Files.readAllBytes(form);
        byte[] old = "old".getBytes(StandardCharsets.UTF_8);
        Set<String> failed = new LinkedHashSet<>();
        for (int failing = 1; ; failing++) {
            for (String name : whole.keySet()) {
                Files.write(out.resolve(name), old);
            }
            int[] code = new int[1];
            String step = FailingDisk.at(failing, () -> code[0] = run(kind, "--force"));
            Map<String, byte[]> there = contents(out);
            assertThat(there.keySet()).isEqualTo(whole.keySet());
            there.forEach((name, content) -> assertThat(content).as(step + " " + name).isIn(old, whole.get(name)));
            assertThat(form).hasBinaryContent(source);
            if (step.isEmpty()) {
                assertThat(code[0]).isZero();
                assertThat(there.values()).containsExactlyElementsOf(whole.values());
                break;
            }
            failed.add(step);
            assertThat(code[0]).as(step).isEqualTo(2);
            assertThat(said()).as(step).contains(out.toString(), "injected").doesNotContain("程序出错", "\tat ");
        }
        assertThat(failed).containsExactly("create", "write", "force", "read", "move", "forceFolder");
    }

    /** A collection after which the unit has mended its workbook: each output is that of the first round or of the second, whole, and the next run makes them all those of the second. */
    @Test
    void anyStepMayFailWhileACollectionIsWritten() throws IOException {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path roster = Files.writeString(folder.resolve("units.csv"), "单位编码,单位名称\n336001,迁安市人民法院\n128001,迁安市档案馆\n");
        Path first = folder.resolve("first");
        RawEdit.of(form).number("项目1", "F7", "0.9").save(inbox.resolve("a.xlsx"));
        run(collect(roster, first, inbox));
        Map<String, byte[]> old = tree(first);
        Files.delete(inbox.resolve("a.xlsx"));
        Files.copy(form, inbox.resolve("b.xlsx"));
        Path second = copied(first, "second");
        run(collect(roster, second, inbox));
        Map<String, byte[]> wanted = tree(second);
        assertThat(wanted.keySet()).isNotEqualTo(old.keySet());
        for (int failing = 1; ; failing++) {
            Path disturbed = copied(first, "disturbed" + failing);
            String step = FailingDisk.at(failing, () -> run(collect(roster, disturbed, inbox)));
            // The list of what is ours is longer for a while: it is written before what it lists.
            tree(disturbed).forEach((name, content) -> assertThat(name.startsWith(".") || Arrays.equals(content, old.get(name)) || Arrays.equals(content, wanted.get(name))).as(step + " " + name).isTrue());
            if (!step.isEmpty()) {
                assertThat(said()).as(step).contains(disturbed.toString(), "injected").doesNotContain("程序出错", "\tat ");
                run(collect(roster, disturbed, inbox));
            }
            assertThat(tree(disturbed)).as(step).containsExactlyEntriesOf(wanted);
            if (step.isEmpty()) {
                assertThat(failing).isGreaterThan(20);
                break;
            }
        }
    }

    /** One thing after the other, so that the n-th step is the same in every run. */
    private static List<String> collect(Path roster, Path out, Path inbox) {
        return List.of("collect", "--threads", "1", "-r", roster.toString(), "-o", out.toString(), inbox.toString());
    }

    private Path copied(Path from, String name) throws IOException {
        Path to = folder.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    /** All files below a folder but for the ledger; of the report all but the moment it speaks of. */
    private static Map<String, byte[]> tree(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.endsWith(CollectCommand.LEDGER)).toList()) {
                byte[] content = Files.readAllBytes(file);
                boolean isReport = file.endsWith(CollectCommand.REPORT);
                contents.put(folder.relativize(file).toString(), isReport ? new String(content, StandardCharsets.UTF_8).replaceFirst("截至 [-0-9: ]+", "截至 ").getBytes(StandardCharsets.UTF_8) : content);
            }
        }
        return contents;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHECK")
    void whatIsThereIsKeptUnlessForced(Kind kind) throws IOException {
        run(kind);
        Set<String> names = contents(out).keySet();
        for (String name : names) {
            Files.writeString(out.resolve(name), "mine");
        }
        assertThat(run(kind)).isEqualTo(2);
        assertThat(said()).contains(out.resolve(names.iterator().next()).toString(), "--force");
        assertThat(contents(out).values()).allMatch(content -> new String(content, StandardCharsets.UTF_8).equals("mine"));
        assertThat(run(kind, "--force")).isZero();
        assertThat(contents(out).values()).noneMatch(content -> new String(content, StandardCharsets.UTF_8).equals("mine"));
        assertThat(contents(out).keySet()).isEqualTo(names);
    }

    @ParameterizedTest
    @EnumSource
    void whatABrokenRunHasLeftIsClearedAway(Kind kind) throws IOException {
        Path litter = Files.writeString(out.resolve(".goalsheet-1f.tmp"), "half");
        Files.setLastModifiedTime(litter, FileTime.from(Instant.now().minusSeconds(7200)));
        assertThat(run(kind)).isZero();
        assertThat(litter).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void foldersAreMade(Kind kind) {
        out = out.resolve("新 的/里面");
        assertThat(run(kind)).as(said()).isZero();
        assertThat(out).isNotEmptyDirectory();
    }

    @Test
    void aSetOfFormsIsWrittenInFullOrNotAtAll() throws IOException {
        // create, write, force, read of the first form are done
        String step = FailingDisk.at(8, () -> assertThat(run(Kind.GENERATE)).isEqualTo(2));
        assertThat(step).isIn("create", "write", "force", "read");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void ourCopyIsRenewedButNotOneThatSomebodyMended() throws IOException {
        Path copy = folder.resolve("法院.checked.xlsx");
        assertThat(run(List.of("check", "--brief", form.toString()))).isZero();
        byte[] first = Files.readAllBytes(copy);
        RawEdit.of(form).text("项目1", "B4", "概算数").save(form);
        assertThat(run(List.of("check", "--brief", form.toString()))).isEqualTo(1);
        assertThat(Files.readAllBytes(copy)).as("as we wrote it: renewed").isNotEqualTo(first);

        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(copy)); ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            book.getSheet("项目1").getRow(3).getCell(1).setCellValue("预算数");
            book.write(saved);
            Files.write(copy, saved.toByteArray());
        }
        byte[] mended = Files.readAllBytes(copy);
        for (int again = 0; again < 2; again++) {
            assertThat(run(List.of("check", "--brief", folder.toString()))).isEqualTo(1);
            assertThat(said()).contains("批注副本有人改过，没有覆盖：" + copy, "批注副本：" + folder.resolve("法院.checked-2.xlsx"));
            assertThat(copy).hasBinaryContent(mended);
        }
        assertThat(names(folder)).containsExactlyInAnyOrder("out", "roster.csv", "法院.checked-2.xlsx", "法院.checked.xlsx", "法院.xlsx");
        assertThat(run(List.of("check", "--brief", "--force", form.toString()))).isEqualTo(1);
        assertThat(Files.readAllBytes(copy)).isNotEqualTo(mended);
    }

    /** Two units may send files of one name, and copies of both go to one folder, in one run or in two. */
    @Test
    void theCopyOfAnotherUnitIsKept() throws IOException {
        Path court = Files.createDirectories(folder.resolve("甲")).resolve("绩效目标.xlsx");
        Path archive = Files.createDirectories(folder.resolve("乙")).resolve("绩效目标.xlsx");
        RawEdit.of(form).text("项目1", "B4", "概算数").save(court);
        RawEdit.of(form).text("项目1", "B4", "概算数").text("封面", "C3", "128001").text("封面", "C4", "迁安市档案馆").save(archive);
        Path first = out.resolve("绩效目标.checked.xlsx");
        Path second = out.resolve("绩效目标.checked-2.xlsx");
        run(List.of("check", "-o", out.toString(), court.toString()));
        byte[] copy = Files.readAllBytes(first);
        for (int again = 0; again < 2; again++) {
            assertThat(run(List.of("check", "-o", out.toString(), archive.toString()))).isEqualTo(1);
            assertThat(said()).contains("同名的批注副本是另一份表的，没有覆盖：" + first, "批注副本：" + second);
            assertThat(first).hasBinaryContent(copy);
        }
        RawEdit.of(court).text("项目1", "B5", "改过了").text("封面", "C4", "迁安市人民法院（机关）").save(court);
        run(List.of("check", "--lang", "en", "-o", out.toString(), court.toString()));
        assertThat(Files.readAllBytes(first)).as("renewed, though the unit calls itself otherwise now").isNotEqualTo(copy);
        RawEdit.of(form).text("封面", "C3", "205003").text("封面", "C4", "迁安市司法局").save(archive);
        run(List.of("check", "-o", out.toString(), archive.toString()));
        assertThat(said()).contains("批注副本：" + out.resolve("绩效目标.checked-3.xlsx"));
    }

    /** Files that tell no unit: a copy is renewed only while it says the same. */
    @Test
    void theCopyOfAnotherFileThatTellsNoUnitIsKept() throws IOException {
        Path one = Files.writeString(Files.createDirectories(folder.resolve("甲")).resolve("表.xlsx"), "一个文本文件");
        Path other = Files.writeString(Files.createDirectories(folder.resolve("乙")).resolve("表.xlsx"), "%PDF-1.4\n");
        for (int again = 0; again < 2; again++) {
            run(List.of("check", "-o", out.toString(), one.toString()));
            run(List.of("check", "-o", out.toString(), other.toString()));
        }
        assertThat(names(out)).containsExactlyInAnyOrder("表.checked.xlsx", "表.checked-2.xlsx");
    }

    /** What is not ours, or cannot be opened, never keeps a folder from its verdicts. */
    @Test
    void aFileInTheWayOfACopyIsKeptAndTheNextWorkbookHasItsTurn() throws IOException {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        for (String name : List.of("a.xlsx", "b.xlsx", "c.xlsx")) {
            RawEdit.of(form).text("项目1", "B4", "概算数").save(inbox.resolve(name));
        }
        Path foreign = Files.writeString(inbox.resolve("a.checked.xlsx"), "mine");
        Files.createDirectory(inbox.resolve("b.checked.xlsx"));
        for (int again = 0; again < 2; again++) {
            assertThat(run(List.of("check", "--brief", inbox.toString()))).isEqualTo(1);
            assertThat(said()).contains("已有同名文件，不是批注副本或打不开，没有覆盖：" + foreign, "批注副本：" + inbox.resolve("a.checked-2.xlsx"),
                    "批注副本：" + inbox.resolve("b.checked-2.xlsx"), "批注副本：" + inbox.resolve("c.checked.xlsx"), "共 3 份");
            assertThat(foreign).hasContent("mine");
        }
        assertThat(names(inbox)).containsExactlyInAnyOrder("a.xlsx", "b.xlsx", "c.xlsx", "a.checked.xlsx", "a.checked-2.xlsx", "b.checked.xlsx", "b.checked-2.xlsx", "c.checked.xlsx");
        assertThat(run(List.of("check", "--brief", "--force", inbox.resolve("a.xlsx").toString()))).isEqualTo(1);
        assertThat(Returned.told(foreign)).isNotEmpty();
    }

    @Test
    void verdictsAreShownThoughNoCopyCanBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "a file where a folder should be");
        Path other = Files.copy(form, folder.resolve("档案馆.xlsx"));
        assertThat(run(List.of("check", "--brief", "-o", file.toString(), form.toString(), other.toString()))).isEqualTo(2);
        assertThat(said().lines().filter(line -> line.startsWith("  没有必须修改的地方"))).hasSize(2);
        assertThat(said()).contains("不是文件夹", "共 2 份").doesNotContain("批注副本：");
    }

    @Test
    void whatWasGivenToReadIsNotWrittenOnto() throws IOException {
        byte[] source = Files.readAllBytes(form);
        Path list = folder.resolve("清单.xlsx");
        Files.write(list, source);
        for (List<String> words : List.of(List.of("fix", form.toString(), "-o", form.toString()),
                List.of("fill", "-t", "templates/hebei-2023.yaml", "--from", form.toString(), "-o", folder.resolve("out/../法院.xlsx").toString()),
                List.of("fill", "-t", "templates/hebei-2023.yaml", "-d", "samples/qianan-court/data.yaml", "-d", list.toString(), "-o", list.toString()))) {
            List<String> forced = new ArrayList<>(words);
            forced.add("--force");
            assertThat(run(forced)).as("%s", words).isEqualTo(2);
            assertThat(said()).contains("不能写回原文件");
        }
        assertThat(form).hasBinaryContent(source);
        assertThat(list).hasBinaryContent(source);
    }

    @Test
    void theDemoOverwritesInItsOwnFolderOnly() throws IOException {
        Path mine = Files.createDirectory(out.resolve("returned")).resolve("336001.xlsx");
        Files.writeString(mine, "mine");
        assertThat(run(List.of("demo", "-o", out.toString()))).isEqualTo(2);
        assertThat(mine).hasContent("mine");
        assertThat(run(List.of("demo", "-o", out.toString(), "--force"))).isZero();
        assertThat(Returned.told(mine)).isEqualTo(Returned.COURT);
    }
}
