package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.xlsx.WorkbookFile;
import goalsheet.xlsx.WorkbookFile.Opening;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workbooks that ask for a password, at the console. */
class OpenPasswordTest {
    private static final String WORD = "预算2026";

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Path form;
    private Path password;

    private int run(Object... words) {
        out.reset();
        PrintStream console = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Program(Main.COMMANDS, console, console).run(List.of(words).stream().map(Object::toString).toList()).number();
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @BeforeEach
    void fill() throws Exception {
        form = folder.resolve("form.xlsx");
        assertThat(run("fill", "-t", "templates/hebei-2023.yaml", "-d", "samples/mistakes/data.yaml", "-o", form)).isZero();
        password = Files.writeString(folder.resolve("password.txt"), WORD + "\r\nsecond line\r\n");
    }

    private Path locked(String name, EncryptionMode mode, String word) throws Exception {
        Path target = folder.resolve(name);
        try (POIFSFileSystem file = new POIFSFileSystem(); OutputStream to = Files.newOutputStream(target)) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword(word);
            try (OutputStream stream = encryptor.getDataStream(file)) {
                stream.write(Files.readAllBytes(form));
            }
            file.writeFilesystem(to);
        }
        return target;
    }

    @ParameterizedTest
    @EnumSource(value = EncryptionMode.class, names = {"agile", "standard"})
    void isCheckedLikeAnyOther(EncryptionMode mode) throws Exception {
        Path locked = locked("locked.xlsx", mode, WORD);
        byte[] before = Files.readAllBytes(locked);
        run("check", "--no-annotate", form);
        List<String> plain = lines().stream().skip(1).toList();
        assertThat(run("check", "--open-password-file", password, locked)).isEqualTo(1);
        assertThat(lines().subList(1, plain.size() + 1)).isEqualTo(plain);
        Path copy = folder.resolve("locked.checked.xlsx");
        assertThat(lines().get(plain.size() + 1)).isEqualTo("批注副本：" + copy + "。打开副本的密码与原文件相同。");
        WorkbookFile opened = WorkbookFile.read(copy, new Opening(Optional.of(WORD), 1 << 24));
        assertThat(opened.isEncrypted()).isTrue();
        assertThat(opened.snapshot().sheets().get(0).name()).isEqualTo("检查结果");
        byte[] first = Files.readAllBytes(copy);
        assertThat(run("check", "--open-password-file", password, locked)).as("ours is written again").isEqualTo(1);
        assertThat(Files.readAllBytes(copy)).isEqualTo(first);
        assertThat(Files.readAllBytes(locked)).isEqualTo(before);
    }

    @Test
    void isMendedUnderTheSamePassword() throws Exception {
        Path locked = locked("locked.xlsx", EncryptionMode.agile, WORD);
        Path mended = folder.resolve("mended.xlsx");
        Path plain = folder.resolve("plain.xlsx");
        assertThat(run("fix", form, "-o", plain)).as("the form has something to mend").isZero();
        assertThat(run("fix", locked, "--open-password-file", password, "-o", mended)).isZero();
        assertThat(lines()).contains("打开副本的密码与原文件相同。");
        assertThat(WorkbookFile.read(mended, new Opening(Optional.of(WORD), 1 << 24)).archive().orElseThrow().file()).isEqualTo(Files.readAllBytes(plain));
    }

    @Test
    void withoutOrWithTheWrongPasswordOneSentenceSaysWhatToDo() throws Exception {
        Path locked = locked("locked.xlsx", EncryptionMode.agile, WORD);
        assertThat(run("check", "--no-annotate", locked)).isEqualTo(1);
        assertThat(lines()).anyMatch(line -> line.contains("文件设有打开密码。")).anyMatch(line -> line.contains("取消打开密码") && line.contains("--open-password-file"));
        Files.writeString(password, "错的");
        assertThat(run("check", "--no-annotate", "--open-password-file", password, locked)).isEqualTo(1);
        assertThat(lines()).anyMatch(line -> line.contains("打开密码不对。"));
    }

    /** An earlier copy is sealed as well: that it cannot be opened must not hide why the workbook cannot. */
    @Test
    void withoutThePasswordAnEarlierCopyIsKeptAndTheReasonIsTold() throws Exception {
        Path locked = locked("locked.xlsx", EncryptionMode.agile, WORD);
        run("check", "--open-password-file", password, locked);
        Path copy = folder.resolve("locked.checked.xlsx");
        byte[] first = Files.readAllBytes(copy);
        assertThat(run("check", locked)).isEqualTo(1);
        assertThat(lines()).contains("批注副本：" + folder.resolve("locked.checked-2.xlsx")).anyMatch(line -> line.contains("文件设有打开密码。"));
        Files.writeString(password, "错的");
        assertThat(run("check", "--open-password-file", password, locked)).isEqualTo(1);
        assertThat(lines()).contains("批注副本：" + folder.resolve("locked.checked-2.xlsx")).anyMatch(line -> line.contains("打开密码不对。"));
        assertThat(copy).hasBinaryContent(first);
    }

    @Test
    void whatEverybodyCanOpenNeedsNoPassword() throws Exception {
        Path locked = locked("locked.xlsx", EncryptionMode.agile, "VelvetSweatshop");
        run("check", "--no-annotate", form);
        List<String> plain = lines().stream().skip(1).toList();
        run("check", "--no-annotate", locked);
        assertThat(lines().stream().skip(1).toList()).isEqualTo(plain);
    }
}
