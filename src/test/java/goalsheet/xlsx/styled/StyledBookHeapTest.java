package goalsheet.xlsx.styled;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.xlsx.styled.Source.Row;
import goalsheet.xlsx.styled.Vocabulary.Kind;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with the rows: a list that would take several hundred megabytes as cells passes through 48. */
class StyledBookHeapTest {
    private static final int ROWS = 40_000;
    private static final int COLUMNS = 12;
    private static final int PATIENCE_MINUTES = 10;

    @TempDir
    private Path folder;

    @Test
    void aLongListPassesThroughLittleMemory() throws Exception {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + folder,
                "-cp", System.getProperty("java.class.path"), StyledBookHeapTest.class.getName(), folder.toString(), Integer.toString(ROWS))
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(said, StandardCharsets.UTF_8)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Writes a list of so many rows; arguments are a folder and their number. */
    public static void main(String[] arguments) throws Exception {
        Set<String> keys = new java.util.TreeSet<>();
        XSSFWorkbook workbook = new XSSFWorkbook();
        var sample = workbook.createSheet("list").createRow(0);
        for (int col = 0; col < COLUMNS; col++) {
            keys.add("c" + col);
            sample.createCell(col).setCellValue("{item.c" + col + "}");
        }
        ByteArrayOutputStream layout = new ByteArrayOutputStream();
        workbook.write(layout);
        Vocabulary vocabulary = new Vocabulary(Set.of(), List.of(new Kind("item", "item", 0, true, keys)));
        StyledBook.write(StyledLayout.read("own.xlsx", layout.toByteArray(), vocabulary), new Many(Integer.parseInt(arguments[1])), Path.of(arguments[0]), OutputStream.nullOutputStream());
    }

    private record Many(int count) implements Source {
        @Override
        public List<String> lists() {
            return List.of("item");
        }

        @Override
        public long size(String list) {
            return count;
        }

        @Override
        public void rows(String list, Consumer<Row> taker) {
            for (int row = 0; row < count; row++) {
                Map<String, Fill> values = new HashMap<>();
                for (int col = 0; col < COLUMNS; col++) {
                    values.put("c" + col, col == 0 ? new Fill.Link("file" + row, "../inbox/file" + row + ".xlsx") : Fill.of("一段每行都不相同的文字 " + row + "." + col));
                }
                taker.accept(new Row("item", "", values));
            }
        }

        @Override
        public int few(String kind) {
            return 0;
        }

        @Override
        public List<Row> fewRows(String kind) {
            return List.of();
        }

        @Override
        public Map<String, Fill> single() {
            return Map.of();
        }
    }
}
