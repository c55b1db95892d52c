package goalsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class SchemaValidationTest {
    private static byte[] zip(String part, String xml) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String sheet(String inside) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + inside + "</worksheet>";
    }

    @Test
    void tellsWhatIsWrong() throws IOException {
        assertThat(SchemaValidation.errors(zip("xl/worksheets/sheet1.xml", sheet("<sheetData/>")))).isEmpty();
        assertThat(SchemaValidation.errors(zip("a.xml", sheet("<sheetData/><cols/>")))).singleElement().asString()
                .startsWith("a.xml: ").contains("instead of 'cols@");
        assertThat(SchemaValidation.errors(zip("a.xml", sheet("<sheetData><row r=\"x\"/></sheetData>")))).singleElement().asString().contains("x");
        assertThat(SchemaValidation.errors(zip("a.xml", "<other/>"))).containsExactly("a.xml: no schema knows its root element");
        assertThat(SchemaValidation.errors(zip("a.xml", "<worksheet"))).hasSize(1);
    }

    /** The product runs without the full schemas, which tests put before the lite ones: what it uses must be in the lite jar. */
    @Test
    void productUsesTheLiteSchemasOnly() throws IOException {
        String lite = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(path -> path.contains("poi-ooxml-lite")).findFirst().orElseThrow();
        Set<String> shipped;
        try (ZipFile jar = new ZipFile(lite)) {
            shipped = jar.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        }
        assertThat(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("goalsheet").stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream()).map(dependency -> dependency.getTargetClass())
                .filter(type -> type.getPackageName().startsWith("org.openxmlformats"))
                .map(JavaClass::getName).filter(name -> !shipped.contains(name.replace('.', '/') + ".class"))).isEmpty();
    }
}
