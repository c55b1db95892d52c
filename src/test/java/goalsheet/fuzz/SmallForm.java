package goalsheet.fuzz;

import goalsheet.check.Checker;
import goalsheet.fill.FormData;
import goalsheet.generate.FormWriter;
import goalsheet.layout.Layout;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A filled-in form of one sheet and two rows, with all that a form has, and its parts by name: small enough to be read thousands of times. */
final class SmallForm {
    private static final Path EQUIPMENT = Path.of("src/test/resources/templates/equipment.yaml");
    private static final Path DATA = Path.of("src/test/resources/forms/equipment.yaml");
    static final Template TEMPLATE = template();
    static final Map<String, byte[]> PARTS = parts(filled());
    static final Checker CHECKER = new Checker(id -> Optional.of(TEMPLATE).filter(template -> template.id().equals(id)));

    private SmallForm() {
    }

    private static Template template() {
        return inFolder(folder -> TemplateLoader.load(Files.writeString(folder.resolve("equipment.yaml"), Files.readString(EQUIPMENT).replace("rows: 12", "rows: 4"))));
    }

    private static byte[] filled() {
        return inFolder(folder -> {
            FormData data = FormData.read(TEMPLATE, List.of(DATA));
            Path file = folder.resolve("form.xlsx");
            FormWriter.write(Layout.of(TEMPLATE, FormWriter.blank(TEMPLATE, Lang.ZH, Optional.empty())), data::value, Optional.empty(), file, false);
            return Files.readAllBytes(file);
        });
    }

    private interface Work<T> {
        T in(Path folder) throws IOException;
    }

    private static <T> T inFolder(Work<T> work) {
        try {
            Path folder = Files.createTempDirectory("goalsheet-fuzz");
            try {
                return work.in(folder);
            } finally {
                for (String name : List.of("equipment.yaml", "form.xlsx")) {
                    Files.deleteIfExists(folder.resolve(name));
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, byte[]> parts(byte[] file) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null;) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /** A sound archive by the JDK, deflated or stored, whatever its parts hold. */
    static byte[] zip(Map<String, byte[]> parts, boolean deflated) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (var part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                if (!deflated) {
                    CRC32 crc = new CRC32();
                    crc.update(part.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(part.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
