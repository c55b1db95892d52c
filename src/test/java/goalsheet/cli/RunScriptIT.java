package goalsheet.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packed jar, the zip and run.sh, driven from outside as a person at a desk drives them. */
@DisabledOnOs(OS.WINDOWS)
class RunScriptIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path JAR = PROJECT.resolve("target/goalsheet.jar");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String VERSION = "goalsheet " + Version.current();

    @TempDir
    private Path folder;

    private record Outcome(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    private Outcome run(Path in, Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command).directory(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("JAVA_TOOL_OPTIONS"));
        // It would be written in the background while the test clears its folder away.
        builder.environment().put("GOALSHEET_ARCHIVE", "off");
        builder.environment().putAll(environment);
        builder.environment().values().removeIf(String::isEmpty);
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(60, SECONDS)).as("%s ends", List.of(command)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Path unpacked(String under) throws IOException {
        Path target = Files.createDirectories(folder.resolve(under));
        try (ZipFile zip = new ZipFile(PROJECT.resolve("target/goalsheet-" + Version.current() + ".zip").toFile())) {
            for (ZipEntry entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
                Path file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
        Path home = target.resolve("goalsheet-" + Version.current());
        executable(home.resolve("run.sh"));
        return home;
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path program(Path file, String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        executable(file);
        return file;
    }

    /** The places of run.sh where Java may be installed on this machine, emptied. */
    private static void hideInstalledJava(Path script) throws IOException {
        String text = Files.readString(script);
        String hidden = text.replaceAll("for home in (?s:.*?); do", "for home in /nowhere; do");
        assertThat(hidden).isNotEqualTo(text);
        Files.writeString(script, hidden);
    }

    @Test
    void zipHoldsWhatPeopleNeed() throws Exception {
        String top = "goalsheet-" + Version.current() + "/";
        try (ZipFile zip = new ZipFile(PROJECT.resolve("target/goalsheet-" + Version.current() + ".zip").toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            assertThat(names).allMatch(name -> name.startsWith(top)).doesNotHaveDuplicates()
                    .contains(top + "goalsheet.jar", top + "run.sh", top + "run.bat", top + "LICENSE", top + "docs/CHANGELOG.md", top + "docs/install-java.txt");
            for (String tree : List.of("templates", "samples", "docs")) {
                assertThat(names).containsAll(files(PROJECT.resolve(tree)).stream().map(file -> top + tree + "/" + file).toList());
            }
            assertThat(new String(zip.getInputStream(zip.getEntry(top + "run.bat")).readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "")).doesNotContain("\n");
        }
        Outcome modes = run(folder, Map.of(), "unzip", "-Z", PROJECT.resolve("target/goalsheet-" + Version.current() + ".zip").toString());
        assertThat(modes.lines()).anyMatch(line -> line.startsWith("-rwxr-xr-x") && line.endsWith("/run.sh"));
    }

    private static List<String> files(Path tree) throws IOException {
        if (!Files.isDirectory(tree)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(tree)) {
            return all.filter(Files::isRegularFile).map(file -> tree.relativize(file).toString()).toList();
        }
    }

    @Test
    void jarIsCompleteAndLean() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class")).isEqualTo("goalsheet.cli.Main");
            assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version")).isEqualTo(Version.current());
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            assertThat(names).containsAll(files(PROJECT.resolve("templates")).stream().map(file -> "templates/" + file).toList());
            assertThat(names).noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA)|org/ehcache/.*|org/junit/.*|.*module-info\\.class"));
            assertThat(new String(jar.getInputStream(jar.getEntry("META-INF/services/org.apache.poi.ss.usermodel.WorkbookProvider")).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#") && !line.isBlank()))
                    .containsExactlyInAnyOrder("org.apache.poi.hssf.usermodel.HSSFWorkbookFactory", "org.apache.poi.xssf.usermodel.XSSFWorkbookFactory");
        }
    }

    @Test
    void runsFromAnotherFolderThroughALinkUnderBlanksAndChinese() throws Exception {
        Path home = unpacked("预算 绩效(2027) & 'x'");
        Path elsewhere = Files.createDirectories(folder.resolve("别处"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("目标 表"), Path.of("中间"));
        Files.createSymbolicLink(elsewhere.resolve("中间"), home.resolve("run.sh"));
        for (String script : List.of(home.resolve("run.sh").toString(), link.toString(), "./目标 表")) {
            Outcome outcome = run(elsewhere, Map.of(), script, "version");
            assertThat(outcome.lines()).as(script).startsWith(VERSION);
            assertThat(outcome.err).as(script).isEmpty();
            assertThat(outcome.code).isZero();
        }
    }

    @Test
    void passesEveryArgumentAsItIs() throws Exception {
        Path home = unpacked("a");
        Path java = program(folder.resolve("fake/bin/java"), "for each; do printf '<%s>' \"$each\"; done; echo \" $LC_ALL\"; exit 1");
        Files.writeString(folder.resolve("fake/release"), "JAVA_VERSION=\"21\"\n");
        Outcome outcome = run(folder, Map.of("JAVA_HOME", java.getParent().getParent().toString(), "LC_ALL", "C"), home.resolve("run.sh").toString(),
                "check", "", "两 个", "*", "$HOME", "a'b\"c", "-x");
        assertThat(outcome.out).contains("<-jar><" + home.toRealPath().resolve("goalsheet.jar") + "><check><><两 个><*><$HOME><a'b\"c><-x> ").matches("(?s).*> .*[Uu][Tt][Ff]-?8\n");
        assertThat(outcome.code).isEqualTo(1);
    }

    @Test
    void speaksUtf8AndReadsChineseNamesInTheLocaleC() throws Exception {
        Outcome outcome = run(folder, Map.of("LC_ALL", "C"), PROJECT.resolve("run.sh").toString(), "没有的命令");
        assertThat(outcome.err.lines().toList()).startsWith("没有“没有的命令”这个命令。运行 help 可查看全部命令。");
        Outcome bare = run(folder, Map.of("LC_ALL", "C"), JAVA.toString(), "-jar", JAR.toString(), "version", "预算.xlsx");
        assertThat(bare.err.lines().toList()).hasSize(1).first().asString().startsWith("当前系统环境（").contains("不支持中文文件名").contains("export LC_ALL=C.UTF-8");
        assertThat(bare.code).isEqualTo(2);
    }

    @Test
    void passesOverAnOldJavaForANewOne() throws Exception {
        Path home = unpacked("a");
        program(folder.resolve("old/bin/java"), "echo 'java version \"1.8.0_392\"' >&2");
        Outcome outcome = run(folder, Map.of("PATH", folder.resolve("old/bin") + ":/usr/bin:/bin", "JAVA_HOME", JAVA.getParent().getParent().toString()),
                home.resolve("run.sh").toString(), "version");
        assertThat(outcome.lines()).startsWith(VERSION);
        program(home.resolve("jre/bin/java"), "exec '" + JAVA + "' \"$@\"");
        Files.writeString(home.resolve("jre/release"), "JAVA_VERSION=\"17.0.9\"\n");
        hideInstalledJava(home.resolve("run.sh"));
        outcome = run(folder, Map.of("PATH", folder.resolve("old/bin") + ":/usr/bin:/bin", "JAVA_HOME", ""), home.resolve("run.sh").toString(), "version");
        assertThat(outcome.lines()).as("a Java beside the script").startsWith(VERSION);
    }

    @Test
    void saysWhatToInstallWhenJavaIsTooOldOrMissing() throws Exception {
        Path home = unpacked("a");
        hideInstalledJava(home.resolve("run.sh"));
        Path old = program(folder.resolve("old/bin/java"), "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "locale", "grep", "sed", "head", "cat")) {
            program(tools.resolve(tool), "exec /usr/bin/env PATH=/usr/bin:/bin " + tool + " \"$@\"");
        }
        Map<String, String> environment = new HashMap<>(Map.of("PATH", old.getParent() + ":" + tools, "JAVA_HOME", "", "HOME", folder.toString()));
        Outcome tooOld = run(folder, environment, home.resolve("run.sh").toString(), "version");
        assertThat(tooOld.err.lines().toList()).startsWith("找到的 Java 版本太低：Java 11 (" + old + ")，需要 17 或更高版本。",
                "The Java found is too old: Java 11 (" + old + "); 17 or newer is needed.");
        environment.put("PATH", tools.toString());
        Outcome none = run(folder, environment, home.resolve("run.sh").toString(), "version");
        assertThat(none.err.lines().toList()).startsWith("没有找到 Java。", "No Java was found.", "", "goalsheet 需要 Java 17 或更高版本，可任选一种办法：");
        assertThat(List.of(tooOld.code, none.code)).containsExactly(2, 2);
        assertThat(tooOld.out + none.out).isEmpty();
    }

    @Test
    void buildsACheckoutWhenNeededOnly() throws Exception {
        Path home = Files.createDirectories(folder.resolve("源 码/src/main/java")).getParent().getParent().getParent();
        Files.copy(PROJECT.resolve("run.sh"), home.resolve("run.sh"));
        executable(home.resolve("run.sh"));
        Files.writeString(home.resolve("pom.xml"), "");
        Path source = Files.writeString(home.resolve("src/main/java/A.java"), "");
        Path mvn = program(folder.resolve("bin/mvn"), "echo called \"$@\" >> '" + folder + "/calls'", "mkdir -p target && cp '" + JAR + "' target/");
        Map<String, String> environment = Map.of("PATH", mvn.getParent() + ":" + System.getenv("PATH"), "TMPDIR", Files.createDirectories(folder.resolve("tmp")).toString());
        List<String> notes = new ArrayList<>();
        for (int start = 0; start < 4; start++) {
            Outcome outcome = run(folder, environment, home.resolve("run.sh").toString(), "version");
            assertThat(outcome.lines()).startsWith(VERSION);
            notes.add(outcome.err.strip());
            if (start == 1) {
                Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
                Thread.sleep(1100);
            }
        }
        assertThat(notes).containsExactly("首次使用，正在构建…… / First use, building ...", "", "源文件有更新，正在重新构建…… / Sources have changed, building again ...", "");
        assertThat(Files.readAllLines(folder.resolve("calls"))).containsExactly("called -q -B -ntp -DskipTests package", "called -q -B -ntp -DskipTests package");
        assertThat(files(folder.resolve("tmp"))).isEmpty();
    }

    @Test
    void showsTheLogOfAFailedBuild() throws Exception {
        Path home = Files.createDirectories(folder.resolve("src"));
        Files.copy(PROJECT.resolve("run.sh"), home.resolve("run.sh"));
        executable(home.resolve("run.sh"));
        Files.writeString(home.resolve("pom.xml"), "");
        Path mvn = program(folder.resolve("bin/mvn"), "echo '[ERROR] A.java:1 is wrong'; exit 1");
        Outcome outcome = run(folder, Map.of("PATH", mvn.getParent() + ":" + System.getenv("PATH"), "TMPDIR", Files.createDirectories(folder.resolve("tmp")).toString()),
                home.resolve("run.sh").toString(), "version");
        assertThat(outcome.err.lines().toList()).startsWith("首次使用，正在构建…… / First use, building ...", "[ERROR] A.java:1 is wrong", "构建失败，原因见上。需要 JDK 17（不只是 JRE）和 Maven 3.8 或更高版本。");
        assertThat(outcome.code).isEqualTo(2);
        assertThat(files(folder.resolve("tmp"))).isEmpty();
    }

    @Test
    void endsQuietlyWhenTheReaderGoesAway() throws Exception {
        String run = "'" + PROJECT.resolve("run.sh") + "' help | true; '" + PROJECT.resolve("run.sh") + "' help >/dev/full; echo $?";
        Outcome outcome = run(folder, Map.of(), "sh", "-c", run);
        assertThat(outcome.err.lines().toList()).hasSize(1).first().asString().startsWith("结果没有写完整");
        assertThat(outcome.lines()).containsExactly("2");
    }

    @Test
    void runsOnEveryInstalledJavaWithoutAWarning() throws Exception {
        try (Stream<Path> homes = Files.isDirectory(Path.of("/usr/lib/jvm")) ? Files.list(Path.of("/usr/lib/jvm")) : Stream.empty()) {
            List<Path> javas = Stream.concat(Stream.of(JAVA), homes.map(home -> home.resolve("bin/java"))).filter(Files::isExecutable).map(RunScriptIT::real).distinct()
                    .collect(Collectors.toList());
            for (Path java : javas) {
                Outcome outcome = run(folder, Map.of("JAVA_HOME", java.getParent().getParent().toString()), PROJECT.resolve("run.sh").toString(), "version", "--verbose");
                assertThat(outcome.lines()).as("%s", java).startsWith(VERSION);
                assertThat(outcome.err).as("%s", java).isEmpty();
            }
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What a command does not need must not cost its start. */
    @Test
    void noLibraryIsLoadedThatACommandDoesNotNeed() throws Exception {
        String sample = PROJECT.resolve("samples/mistakes/returned.xlsx").toString();
        String office = "org\\.apache\\.(?:poi|xmlbeans|logging)|org\\.openxmlformats|com\\.alibaba";
        String ledger = "org\\.jdbi|org\\.sqlite|org\\.postgresql|me\\.tongfei|org\\.jline";
        String marks = "goalsheet\\.xlsx\\.patch|goalsheet\\.collect\\.(?:page|paper|summary)|goalsheet\\.fill|goalsheet\\.generate";
        assertThat(loaded(office + "|" + ledger + "|" + marks + "|org\\.snakeyaml|com\\.fasterxml", "version")).isEmpty();
        assertThat(loaded(office + "|" + ledger + "|" + marks + "|com\\.fasterxml", "rules", "AMT001")).isEmpty();
        assertThat(loaded(office + "|" + ledger + "|" + marks, "check", "--no-annotate", sample)).isEmpty();
        assertThat(loaded(office + "|" + ledger, "check", "-o", folder.resolve("checked").toString(), sample)).isEmpty();
        assertThat(loaded(office + "|" + ledger, "fix", "-o", folder.resolve("fixed.xlsx").toString(), sample)).isEmpty();
        assertThat(loaded(ledger, "fill", "-t", "hebei-2023", "-d", PROJECT.resolve("samples/mistakes/data.yaml").toString(), "-o", folder.resolve("filled.xlsx").toString())).isEmpty();
        assertThat(loaded("org\\.snakeyaml", "rules", "AMT001")).as("what the others are held against").isNotEmpty();
    }

    /** Classes that a command loads, of those whose names begin like this. */
    private List<String> loaded(String prefixes, String... words) throws Exception {
        Path log = Files.createTempFile(folder, "classes", "");
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-Xlog:class+load:file=" + log, "-jar", JAR.toString()));
        command.addAll(List.of(words));
        assertThat(run(folder, Map.of(), command.toArray(String[]::new)).code()).as("%s", command).isLessThan(2);
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(RunScriptIT::className).filter(name -> name.matches("(?:" + prefixes + ")\\..*")).toList();
        }
    }

    @Test
    void anArchiveOfClassesIsMadeOnceAndIgnoredWhenItDoesNotFit() throws Exception {
        Path home = unpacked("archive");
        String script = home.resolve("run.sh").toString();
        Map<String, String> on = Map.of("GOALSHEET_ARCHIVE", "on");
        Outcome plain = run(folder, Map.of(), script, "version");
        assertThat(run(folder, on, script, "version")).isEqualTo(plain);
        Path archive = archive(home);
        assertThat(served(home, archive)).contains("goalsheet.check.Checker", "goalsheet.xlsx.patch.MarkedCopy");
        String[] check = {script, "check", "--no-annotate", home.resolve("samples/mistakes/returned.xlsx").toString()};
        assertThat(run(folder, on, check)).isEqualTo(run(folder, Map.of(), check));
        assertThat(archive(home)).as("made once").isEqualTo(archive);
        Files.delete(archive);
        for (byte[] broken : List.of("junk".getBytes(StandardCharsets.UTF_8), new byte[100_000])) {
            Files.write(archive, broken);
            assertThat(run(folder, on, script, "version")).isEqualTo(plain);
        }
        Path moved = Files.move(home, folder.resolve("moved"));
        assertThat(run(folder, on, moved.resolve("run.sh").toString(), "version")).isEqualTo(plain);
        assertThat(served(moved, archive(moved))).contains("goalsheet.check.Checker");
    }

    /** The one archive beside the program, when it has been made. */
    private static Path archive(Path home) throws Exception {
        for (int tenths = 0; tenths < 600; tenths++) {
            try (Stream<Path> files = Files.list(home)) {
                List<Path> made = files.filter(file -> file.toString().matches(".*/goalsheet-[^/]*\\.(jsa|aot)")).toList();
                assertThat(made).hasSize(1);
                if (Files.size(made.get(0)) > 0) {
                    return made.get(0);
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no archive within a minute");
    }

    /** Classes that a check takes from the archive. */
    private List<String> served(Path home, Path archive) throws Exception {
        Path log = Files.createTempFile(folder, "classes", "");
        String use = archive.toString().endsWith(".aot") ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
        run(folder, Map.of(), JAVA.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", use + archive, "-Xlog:class+load:file=" + log, "-jar", home.resolve("goalsheet.jar").toString(),
                "check", "-o", folder.resolve("served").toString(), "--force", home.resolve("samples/mistakes/returned.xlsx").toString());
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("shared objects file")).map(RunScriptIT::className).toList();
        }
    }

    private static String className(String line) {
        return line.replaceFirst("^(?:\\[[^]]*])*\\s*", "").replaceFirst(" .*", "");
    }
}
