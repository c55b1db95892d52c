package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import goalsheet.check.HostileFiles;
import goalsheet.check.Variant;
import goalsheet.xlsx.OwnMarks;
import goalsheet.xlsx.UnreadableException.Reason;
import goalsheet.xlsx.WorkbookFile;
import goalsheet.xlsx.WorkbookFile.Opening;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All hostile and honest files in one run of the program, in a Java of its own with 512 MB, as an office has it. */
class HostileFilesIT {
    private static final long MOST_SECONDS = 10;

    @TempDir
    private Path folder;
    private Path inbox;
    private final Map<Path, Variant> variants = new LinkedHashMap<>();

    @BeforeEach
    void write() throws IOException {
        inbox = Files.createDirectories(folder.resolve("收到的文件"));
        for (Variant variant : HostileFiles.all().toList()) {
            variants.put(Files.write(inbox.resolve(variant.fileName()), variant.bytes()), variant);
        }
    }

    /** @param at seconds of computing until then: a busy computer makes no file slower */
    private record Line(double at, String text) {
    }

    /** What the program says, and when. */
    private record Outcome(int code, List<Line> lines, String err) {
        String out() {
            return String.join("\n", lines.stream().map(Line::text).toList());
        }
    }

    private Outcome run(String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-Dsun.jnu.encoding=UTF-8", "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), "goalsheet.cli.Main", "check"));
        words.addAll(List.of(options));
        variants.keySet().forEach(file -> words.add(file.toString()));
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(err.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        List<Line> lines = new ArrayList<>();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(new Line(process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3, line));
            }
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), lines, Files.readString(err));
    }

    @Test
    void everyFileIsReadRightOrRefusedAndTheNextHasItsTurn() throws Exception {
        Path out = folder.resolve("退回");
        Outcome text = run("-o", out.toString());
        assertThat(text.err).isEmpty();
        assertThat(text.code).isEqualTo(1);
        assertThat(text.out()).doesNotContain("Exception", "Error", "\tat ", "\u001B", "\u0007", "\u202E");
        assertThat(slow(text)).isEmpty();
        for (Map.Entry<Path, Variant> each : variants.entrySet()) {
            assertThat(Files.readAllBytes(each.getKey())).as("%s", each.getValue()).isEqualTo(each.getValue().bytes());
        }
        try (Stream<Path> copies = Files.list(out)) {
            List<Path> all = copies.toList();
            assertThat(all).hasSize((int) variants.values().stream().filter(variant -> !variant.told().isEmpty()).count()).allMatch(copy -> copy.toString().endsWith(".xlsx"));
            for (Path copy : all) {
                assertThat(OwnMarks.isResultSheet(WorkbookFile.read(copy, Opening.PLAIN).snapshot().sheets().get(0))).as("%s", copy).isTrue();
            }
        }
        Outcome json = run("--no-annotate", "--format", "json");
        assertThat(json.err).isEmpty();
        Map<String, List<String>> told = told(json.out());
        Map<String, List<String>> expected = new TreeMap<>();
        variants.forEach((file, variant) -> expected.put(file.toString(), variant.told()));
        assertThat(told).isEqualTo(expected);
    }

    /** Files that took too long; the ten slowest are printed. */
    private List<String> slow(Outcome outcome) {
        Map<String, Double> took = new LinkedHashMap<>();
        double before = 0;
        for (Line line : outcome.lines) {
            if (line.text.startsWith(inbox.toString())) {
                took.put(line.text.replaceFirst("  .*", ""), line.at - before);
                before = line.at;
            }
        }
        assertThat(took).hasSize(variants.size());
        took.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed()).limit(10)
                .forEach(entry -> System.out.printf("%5.1f s  %s%n", entry.getValue(), Path.of(entry.getKey()).getFileName()));
        return took.entrySet().stream().filter(entry -> entry.getValue() > MOST_SECONDS).map(Map.Entry::getKey).toList();
    }

    private static Map<String, List<String>> told(String text) throws IOException {
        Map<String, List<String>> told = new TreeMap<>();
        List<String> findings = new ArrayList<>();
        Map<String, String> finding = new TreeMap<>();
        try (JsonParser json = new JsonFactory().createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && json.currentName() != null) {
                    if (json.currentName().equals("file")) {
                        findings = new ArrayList<>();
                        told.put(json.getText(), findings);
                    }
                    finding.put(json.currentName(), json.getText());
                } else if (token == JsonToken.END_OBJECT && finding.containsKey("rule")) {
                    findings.add(line(finding));
                    finding.clear();
                }
            }
        }
        return told;
    }

    private static String line(Map<String, String> finding) {
        if (!finding.get("rule").equals("FIL001")) {
            return finding.get("severity").toUpperCase(java.util.Locale.ROOT) + " " + finding.get("rule") + " " + finding.get("sheet") + "!" + finding.get("cell");
        }
        return "FIL001 " + Stream.of(Reason.values()).filter(reason -> finding.get("message").equals(reason.message().zh() + "。")).findFirst().orElseThrow();
    }
}
