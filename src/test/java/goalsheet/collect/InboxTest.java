package goalsheet.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import goalsheet.generate.Roster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken out of folders and archives, and what is passed over. */
class InboxTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final int MOST = 1 << 20;

    @TempDir
    private Path folder;

    private static byte[] zip(Charset names, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip, names)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return zip.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> origins(List<String> names) {
        return names.stream().map(name -> folder.resolve(name).toString()).toList();
    }

    private static List<String> found(List<Inbox.Item> items) {
        return items.stream().map(Inbox.Item::origin).toList();
    }

    private Inbox inbox() throws IOException {
        return Inbox.of(List.of(folder), file -> false);
    }

    @Test
    void archivesWithinArchivesAreReadWhateverEncodesTheirNames() throws IOException {
        byte[] innermost = zip(GBK, Map.of("第三层/石桥镇.xlsx", bytes("c")));
        Map<String, byte[]> within = new LinkedHashMap<>();
        within.put("柳河镇.xlsx", bytes("b"));
        within.put("再打包.ZIP", innermost);
        within.put("说明.docx", bytes("x"));
        within.put("__MACOSX/._柳河镇.xlsx", bytes("x"));
        Map<String, byte[]> outer = new LinkedHashMap<>();
        outer.put("城关镇!终稿.xlsx", bytes("a"));
        outer.put("农业科\\打包.zip", zip(StandardCharsets.UTF_8, within));
        Files.write(folder.resolve("全部.zip"), zip(GBK, outer));
        Inbox inbox = inbox();
        assertThat(found(inbox.items())).isEqualTo(origins(List.of("全部.zip!农业科/打包.zip!再打包.ZIP!第三层/石桥镇.xlsx", "全部.zip!农业科/打包.zip!柳河镇.xlsx", "全部.zip!城关镇!终稿.xlsx")));
        assertThat(found(inbox.skipped())).isEqualTo(origins(List.of("全部.zip!农业科/打包.zip!__MACOSX/._柳河镇.xlsx", "全部.zip!农业科/打包.zip!说明.docx")));
        for (Inbox.Item item : inbox.items()) {
            assertThat(Inbox.at(item.origin()).orElseThrow().read(MOST)).isEqualTo(item.read(MOST));
        }
        assertThat(inbox.items().get(0).read(MOST)).isEqualTo(bytes("c"));
        assertThat(inbox.items().get(2).read(MOST)).isEqualTo(bytes("a"));
    }

    @Test
    void archivesThatCannotBeOpenedAreLeftToTheCheck() throws IOException {
        byte[] whole = zip(StandardCharsets.UTF_8, Map.of("a.xlsx", bytes("a")));
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        Files.write(folder.resolve("half.zip"), half);
        Files.write(folder.resolve("outer.zip"), zip(StandardCharsets.UTF_8, Map.of("half.zip", half)));
        Inbox inbox = inbox();
        assertThat(found(inbox.items())).isEqualTo(origins(List.of("half.zip", "outer.zip!half.zip")));
        assertThat(inbox.items().get(1).read(MOST)).isEqualTo(half);
    }

    @Test
    void noMoreIsReadThanAskedFor() throws IOException {
        Files.write(folder.resolve("outer.zip"), zip(StandardCharsets.UTF_8, Map.of("a.xlsx", new byte[MOST])));
        Files.write(folder.resolve("b.xlsx"), new byte[MOST]);
        for (Inbox.Item item : inbox().items()) {
            assertThat(item.read(100)).hasSize(101);
        }
    }

    @Test
    void whatIsGoneFromItsArchiveCannotBeRead() throws IOException {
        Files.write(folder.resolve("outer.zip"), zip(StandardCharsets.UTF_8, Map.of("a.xlsx", bytes("a"))));
        Inbox.Item item = inbox().items().get(0);
        Files.write(folder.resolve("outer.zip"), zip(StandardCharsets.UTF_8, Map.of("b.xlsx", bytes("b"))));
        assertThatThrownBy(() -> item.read(MOST)).isInstanceOf(IOException.class);
        Files.delete(folder.resolve("outer.zip"));
        assertThat(Inbox.at(item.origin())).isEmpty();
    }

    @Test
    void thePageOfLimitsNamesTheConstants() throws IOException {
        assertThat(Files.readString(Path.of("docs/limits.md"))).contains(String.format(java.util.Locale.ROOT, "| archives within archives, collected | %d deep, %d MiB each, %,d files each |",
                Inbox.DEEPEST_WITHIN, Archive.LARGEST_WITHIN >> 20, Inbox.MOST_IN_ARCHIVE));
    }

    /** Documents are looked at where their name tells who has sent them; litter never is. */
    @Test
    void documentsOfUnitsAreTaken() throws IOException {
        Files.createDirectories(folder.resolve("柳河镇"));
        for (String name : List.of("城关镇.PDF", "城关镇.txt", "~$城关镇.docx", "城关镇柳河镇.ods", "柳河镇/1.jpg", "柳河镇/Thumbs.db", "说明.docx")) {
            Files.writeString(folder.resolve(name), "x");
        }
        Files.write(folder.resolve("全部.zip"), zip(GBK, Map.of("301001.rar", bytes("x"), "301001.xlsx", bytes("y"))));
        Path roster = Files.writeString(Files.createTempDirectory("roster").resolve("roster.csv"), "单位编码,单位名称\n301001,城关镇\n301002,柳河镇\n");
        Inbox inbox = inbox().withInstead(Roster.read(Handmade.TEMPLATE, roster));
        assertThat(found(inbox.items())).isEqualTo(origins(List.of("全部.zip!301001.xlsx", "全部.zip!301001.rar", "城关镇.PDF", "柳河镇/1.jpg")));
        assertThat(found(inbox.instead())).isEqualTo(origins(List.of("城关镇柳河镇.ods", "说明.docx")));
        assertThat(inbox.skipped()).hasSize(5);
    }

    @Test
    void littersAndOtherFilesArePassedOver() throws IOException {
        List<String> litter = List.of(".DS_Store", "Thumbs.db", "a.xlsx.crdownload", "desktop.ini", "~$a.docx", "~$a.xlsx", "清单.txt", "说明.docx");
        for (String name : litter) {
            Files.writeString(folder.resolve(name), "x");
        }
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/c.ET"), "x");
        Inbox inbox = inbox();
        assertThat(found(inbox.skipped())).isEqualTo(origins(litter));
        assertThat(found(inbox.instead())).isEqualTo(origins(List.of("说明.docx")));
        assertThat(found(inbox.items())).isEqualTo(origins(List.of("a/b/c.ET")));
        assertThat(Inbox.of(List.of(folder), file -> file.endsWith("c.ET")).items()).isEmpty();
    }
}
