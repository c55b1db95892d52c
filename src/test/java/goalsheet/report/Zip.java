package goalsheet.report;

import goalsheet.xlsx.ArchiveWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks into a workbook as an archive, past everything that understands workbooks. */
final class Zip {
    private Zip() {
    }

    static Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return parts;
    }

    static byte[] of(Map<String, byte[]> parts) {
        ArchiveWriter writer = new ArchiveWriter();
        parts.forEach(writer::put);
        return writer.bytes();
    }

    /** The workbook with one part replaced. */
    static byte[] with(byte[] workbook, String name, byte[] content) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts(workbook).forEach((part, text) -> parts.put(part, text.getBytes(StandardCharsets.ISO_8859_1)));
        parts.put(name, content);
        return of(parts);
    }

    /** Names of parts that are not the same in both. */
    static List<String> changed(byte[] one, byte[] other) throws IOException {
        Map<String, String> before = parts(one);
        Map<String, String> after = parts(other);
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream().filter(name -> !Objects.equals(before.get(name), after.get(name))).toList();
    }
}
