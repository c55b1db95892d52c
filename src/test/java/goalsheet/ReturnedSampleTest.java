package goalsheet;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.fill.FormData;
import goalsheet.generate.FormWriter;
import goalsheet.layout.Layout;
import goalsheet.template.Template;
import goalsheet.template.TemplateStore;
import goalsheet.text.Lang;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.WorkbookFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ready workbook among the samples is what its data give. {@code mvn test -Dtest=ReturnedSampleTest -Dgoalsheet.write=true} writes it anew. */
class ReturnedSampleTest {
    private static final Path FOLDER = Path.of("samples/mistakes");

    @Test
    void isFresh(@TempDir Path folder) throws Exception {
        Template template = new TemplateStore(Path.of("templates")).open("hebei-2023");
        FormData data = FormData.read(template, List.of(FOLDER.resolve("data.yaml")));
        Layout layout = Layout.of(template, FormWriter.blank(template, Lang.ZH, Optional.of(data.sheets())));
        Path wanted = folder.resolve("wanted.xlsx");
        FormWriter.write(layout, data::value, Optional.empty(), wanted, false);
        Path sample = FOLDER.resolve("returned.xlsx");
        if (Boolean.getBoolean("goalsheet.write")) {
            Files.copy(wanted, sample, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(contents(sample)).isEqualTo(contents(wanted));
    }

    /** Everything but the digest of the file, which depends on how Java packs. */
    private static List<Object> contents(Path file) throws Exception {
        Snapshot read = WorkbookFile.read(file, WorkbookFile.Opening.PLAIN).snapshot();
        return List.of(read.sheets(), read.styles(), read.names());
    }
}
