package goalsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import goalsheet.xlsx.UnreadableException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchiveTest {
    private static final byte[] A = "amount 1234.5, amount 1234.5, amount 1234.5".getBytes(StandardCharsets.UTF_8);
    private static final byte[] B = "预算".getBytes(StandardCharsets.UTF_8);

    /** Two parts, the first deflated and the second stored. */
    private static byte[] plain() {
        return new ArchiveWriter().put("xl/a.xml", A).put("xl/预.xml", B).bytes();
    }

    @Test
    void writesWhatOthersReadAndAlwaysTheSame() throws IOException {
        Map<String, byte[]> found = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(plain()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(found.keySet()).containsExactly("xl/a.xml", "xl/预.xml");
        assertThat(found.get("xl/a.xml")).isEqualTo(A);
        assertThat(found.get("xl/预.xml")).isEqualTo(B);
        assertThat(plain()).isEqualTo(plain());
    }

    @Test
    void patchesWithoutTouchingTheRest() throws Exception {
        Archive before = Archive.of(javaZip(9));
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("xl/预.xml", A);
        parts.put("new.xml", B);
        Archive after = Archive.of(ArchiveWriter.patch(before, parts));
        assertThat(after.names()).containsExactly("xl/a.xml", "xl/预.xml", "new.xml");
        assertThat(after.bytes("xl/预.xml")).isEqualTo(A);
        assertThat(after.bytes("new.xml")).isEqualTo(B);
        assertThat(packed(after, "xl/a.xml")).isEqualTo(packed(before, "xl/a.xml"));
        assertThatThrownBy(() -> ArchiveWriter.patch(before, Map.of("XL/A.xml", A))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] packed(Archive archive, String name) {
        Archive.Entry entry = archive.entry(name);
        return Arrays.copyOfRange(archive.file(), entry.from(), entry.from() + entry.length());
    }

    static Stream<Arguments> honestFiles() throws IOException {
        return Stream.of(
                Arguments.of("plain", plain()),
                Arguments.of("data descriptors and a folder", javaZip(6)),
                Arguments.of("another level", javaZip(1)),
                Arguments.of("zip64 always, as streaming writers do", compress(Zip64Mode.Always)),
                Arguments.of("zip64 as needed", compress(Zip64Mode.AsNeeded)),
                Arguments.of("a comment", edit(plain(), bytes -> {
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + 3);
                    longer[bytes.length - 2] = 3;
                    return longer;
                })),
                Arguments.of("backslashes", edit(plain(), bytes -> replaceAll(bytes, "xl/a.xml", "xl\\a.xml"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("honestFiles")
    void readsHonestFiles(String what, byte[] file) throws Exception {
        Archive archive = Archive.of(file);
        assertThat(archive.names()).containsExactly("xl/a.xml", "xl/预.xml");
        assertThat(archive.bytes("XL/a.xml")).isEqualTo(A);
        assertThat(archive.bytes("xl/预.xml")).isEqualTo(B);
        assertThat(archive.has("xl/none.xml")).isFalse();
        archive.checkRest();
    }

    static Stream<Arguments> badFiles() throws IOException {
        byte[] plain = plain();
        int second = indexOf(plain, new byte[] {'P', 'K', 3, 4}, 4);
        int central = indexOf(plain, new byte[] {'P', 'K', 1, 2}, 0);
        int end = plain.length - 22;
        byte[] zeros = new byte[20 << 20];
        return Stream.of(
                Arguments.of("nothing", new byte[0], Reason.EMPTY),
                Arguments.of("zeros", new byte[100], Reason.NOT_DOWNLOADED),
                Arguments.of("csv in Chinese", "单位,金额\r\n甲,1\r\n".getBytes(StandardCharsets.UTF_8), Reason.PLAIN_TEXT),
                Arguments.of("csv in ascii", "unit,amount\r\n1,1\r\n".getBytes(StandardCharsets.UTF_8), Reason.PLAIN_TEXT),
                Arguments.of("html", "\uFEFF\n<!DOCTYPE html><html><table>".getBytes(StandardCharsets.UTF_8), Reason.WEB_PAGE),
                Arguments.of("pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), Reason.PDF),
                Arguments.of("cut in half", Arrays.copyOf(plain, plain.length / 2), Reason.TRUNCATED),
                Arguments.of("last byte lost", Arrays.copyOf(plain, plain.length - 1), Reason.TRUNCATED),
                Arguments.of("bytes at the end", Arrays.copyOf(plain, plain.length + 5), Reason.DAMAGED),
                Arguments.of("bytes in front", concat(new byte[] {'P', 'K', 3, 4}, plain), Reason.DAMAGED),
                Arguments.of("digit of a stored part changed", edit(plain, bytes -> {
                    bytes[central - 1] ^= 1;
                    return bytes;
                }), Reason.DAMAGED),
                Arguments.of("deflated bytes changed", edit(plain, bytes -> {
                    bytes[30 + 8 + 12] ^= 0x55;
                    return bytes;
                }), Reason.DAMAGED),
                Arguments.of("crc differs", edit(plain, bytes -> putInt(bytes, 14, 7)), Reason.HOSTILE),
                Arguments.of("crc wrong in both", edit(plain, bytes -> putInt(putInt(bytes, 14, 7), central + 16, 7)), Reason.DAMAGED),
                Arguments.of("name differs", edit(plain, bytes -> {
                    bytes[central + 46 + 3] = 'b';
                    return bytes;
                }), Reason.HOSTILE),
                Arguments.of("method differs", edit(plain, bytes -> {
                    bytes[8] = 0;
                    return bytes;
                }), Reason.HOSTILE),
                Arguments.of("other method", edit(plain, bytes -> {
                    bytes[8] = 12;
                    bytes[central + 10] = 12;
                    return bytes;
                }), Reason.HOSTILE),
                Arguments.of("encrypted entry", edit(plain, bytes -> {
                    bytes[6] |= 1;
                    bytes[central + 8] |= 1;
                    return bytes;
                }), Reason.ENCRYPTED),
                Arguments.of("size lies a little", edit(plain, bytes -> putInt(putInt(bytes, 22, 20), central + 24, 20)), Reason.DAMAGED),
                Arguments.of("size lies much", edit(plain, bytes -> putInt(putInt(bytes, 22, 1 << 22), central + 24, 1 << 22)), Reason.DAMAGED),
                Arguments.of("size beyond limits", edit(plain, bytes -> putInt(putInt(bytes, 22, 1 << 30), central + 24, 1 << 30)), Reason.TOO_LARGE),
                Arguments.of("bomb", new ArchiveWriter().put("xl/a.xml", zeros).bytes(), Reason.TOO_LARGE),
                Arguments.of("overlap", edit(plain, bytes -> {
                    int other = indexOf(bytes, new byte[] {'P', 'K', 1, 2}, central + 4);
                    return putInt(bytes, other + 42, 0);
                }), Reason.HOSTILE),
                Arguments.of("hidden bytes", hiddenBytes(plain, second), Reason.HOSTILE),
                Arguments.of("entry hidden from the directory", edit(plain, bytes -> {
                    int other = indexOf(bytes, new byte[] {'P', 'K', 1, 2}, central + 4);
                    byte[] less = concat(Arrays.copyOf(bytes, other), Arrays.copyOfRange(bytes, end, bytes.length));
                    int at = less.length - 22;
                    less[at + 8] = 1;
                    less[at + 10] = 1;
                    return putInt(less, at + 12, other - central);
                }), Reason.HOSTILE),
                Arguments.of("number of entries", edit(plain, bytes -> {
                    bytes[end + 10] = 3;
                    return bytes;
                }), Reason.DAMAGED),
                Arguments.of("too many entries", edit(plain, bytes -> {
                    bytes[end + 11] = 100;
                    return bytes;
                }), Reason.TOO_LARGE),
                Arguments.of("directory elsewhere", edit(plain, bytes -> putInt(bytes, end + 16, 1 << 30)), Reason.DAMAGED),
                Arguments.of("same name by case", edit(new ArchiveWriter().put("a.xml", A).put("b.xml", A).bytes(),
                        bytes -> replaceAll(bytes, "b.xml", "A.xml")), Reason.HOSTILE),
                Arguments.of("up", renamed("../.xml"), Reason.HOSTILE),
                Arguments.of("absolute", renamed("/xl.xml"), Reason.HOSTILE),
                Arguments.of("drive", renamed("C:\\.xml"), Reason.HOSTILE),
                Arguments.of("NUL", renamed("x\0l.xml"), Reason.HOSTILE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void refusesBadFiles(String what, byte[] file, Reason reason) {
        UnreadableException refused = catchThrowableOfType(UnreadableException.class, () -> Archive.of(file).checkRest());
        assertThat(refused).as(what).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.detail()).isNotEmpty();
    }

    @Test
    void everyReasonSpeaksBothLanguages() {
        for (Reason reason : Reason.values()) {
            assertThat(Stream.of(reason.message(), reason.remedy())).allSatisfy(text -> {
                assertThat(text.zh()).containsPattern("\\p{IsHan}");
                assertThat(text.en()).isNotEmpty().doesNotContainPattern("\\p{IsHan}");
            });
        }
    }

    @Test
    void refusesWhatIsNoFileOrTooLarge(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("表.xlsx"), plain());
        assertThat(reasonOf(folder, 100)).isEqualTo(Reason.NOT_A_FILE);
        assertThat(reasonOf(folder.resolve("none.xlsx"), 100)).isEqualTo(Reason.CANNOT_OPEN);
        assertThat(reasonOf(file, 100)).isEqualTo(Reason.TOO_LARGE);
    }

    private static Reason reasonOf(Path path, long limit) {
        return catchThrowableOfType(UnreadableException.class, () -> Archive.read(path, limit)).reason();
    }

    private static byte[] renamed(String name) {
        return replaceAll(new ArchiveWriter().put("abc.xml", A).bytes(), "abc.xml", name);
    }

    private static byte[] hiddenBytes(byte[] plain, int second) {
        byte[] file = concat(concat(Arrays.copyOf(plain, second), new byte[16]), Arrays.copyOfRange(plain, second, plain.length));
        int central = indexOf(file, new byte[] {'P', 'K', 1, 2}, 0);
        putInt(file, indexOf(file, new byte[] {'P', 'K', 1, 2}, central + 4) + 42, second + 16);
        return putInt(file, file.length - 22 + 16, central);
    }

    private static byte[] javaZip(int level) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(level);
            zip.putNextEntry(new ZipEntry("xl/"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/a.xml"));
            zip.write(A);
            zip.putNextEntry(new ZipEntry("xl/预.xml"));
            zip.write(B);
        }
        return out.toByteArray();
    }

    private static byte[] compress(Zip64Mode mode) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Hides that the target could seek, so that sizes come after the data.
        OutputStream out = new java.io.FilterOutputStream(bytes);
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setUseZip64(mode);
            zip.putArchiveEntry(new ZipArchiveEntry("xl/a.xml"));
            zip.write(A);
            zip.closeArchiveEntry();
            ZipArchiveEntry stored = new ZipArchiveEntry("xl/预.xml");
            CRC32 crc = new CRC32();
            crc.update(B);
            stored.setMethod(ZipEntry.STORED);
            stored.setSize(B.length);
            stored.setCrc(crc.getValue());
            zip.putArchiveEntry(stored);
            zip.write(B);
            zip.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] edit(byte[] bytes, UnaryOperator<byte[]> change) {
        return change.apply(bytes.clone());
    }

    private static byte[] putInt(byte[] bytes, int at, int value) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return bytes;
    }

    private static byte[] concat(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    private static byte[] replaceAll(byte[] bytes, String from, String to) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(wanted, StandardCharsets.ISO_8859_1), from);
    }
}
