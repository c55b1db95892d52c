package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.RawEdit;
import goalsheet.expr.Value;
import goalsheet.generate.Contents;
import goalsheet.generate.FormWriter;
import goalsheet.generate.Roster;
import goalsheet.layout.Form;
import goalsheet.layout.Identity;
import goalsheet.layout.Layout;
import goalsheet.layout.SigningKey;
import goalsheet.office.Office;
import goalsheet.office.OfficeBook;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.xlsx.WorkbookReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a signature is over, and that it outlives other programs. */
class SignatureTest {
    private static final SigningKey KEY = key("0123456789abcdef");
    private static final Template TEMPLATE = Returned.template("hebei-2023");

    @TempDir
    Path folder;

    private static SigningKey key(String secret) {
        return new SigningKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    private Path signed() {
        Form form = FormWriter.of(TEMPLATE, Roster.read(TEMPLATE, Returned.SAMPLES.resolve("roster.csv")).units().get(0), Lang.ZH, 0);
        Path file = folder.resolve("signed.xlsx");
        FormWriter.write(Layout.of(TEMPLATE, form), Contents.of(path -> Value.BLANK).signed(Optional.of(KEY)), Optional.empty(), file, true);
        return file;
    }

    private static List<String> identity(Path file, Optional<SigningKey> key) {
        return new Checker(id -> Optional.of(TEMPLATE), key).check(file).findings().stream().map(finding -> finding.rule().id()).filter(id -> id.startsWith("IDN")).toList();
    }

    @Test
    void everyLineOfTheIdentityIsSigned() throws Exception {
        Identity identity = Identity.of(WorkbookReader.read(signed())).orElseThrow();
        assertThat(identity.isSignedBy(KEY)).isTrue();
        assertThat(identity.isSignedBy(key("0123456789abcdeg"))).isFalse();
        List<List<String>> rows = identity.rows();
        assertThat(rows).contains(List.of("control:project[1].budget", "10", "number"), List.of("money", "万元", ""), List.of("field:project.budget", "C4", "amount"),
                List.of("field:project.indicators[].level1", "A10:A27", "list"));
        for (int row = 1; row < rows.size(); row++) {
            List<List<String>> changed = new ArrayList<>(rows);
            changed.set(row, List.of(rows.get(row).get(0), other(rows.get(row)), rows.get(row).get(2)));
            assertThat(Identity.parse(changed).map(now -> now.isSignedBy(KEY))).as(rows.get(row).get(0)).isIn(Optional.of(false), Optional.empty());
        }
        List<List<String>> fewer = new ArrayList<>(rows);
        assertThat(fewer.removeIf(row -> row.get(0).equals("control:project[1].budget"))).isTrue();
        assertThat(Identity.parse(fewer).orElseThrow().isSignedBy(KEY)).isFalse();
    }

    private static String other(List<String> row) {
        String value = row.get(1);
        return row.get(0).equals("lang") ? "EN" : value.matches("\\d+(\\.\\d+)?") ? value + "1" : value.matches("[A-Z]+\\d+(:[A-Z]+\\d+)?") ? "A1" : value + "x";
    }

    @Test
    void anotherOrderOfTheLinesIsTheSame() throws Exception {
        List<List<String>> rows = new ArrayList<>(Identity.of(WorkbookReader.read(signed())).orElseThrow().rows());
        List<List<String>> controls = rows.stream().filter(row -> row.get(0).startsWith("control:")).toList();
        rows.removeAll(controls);
        rows.addAll(controls);
        assertThat(Identity.parse(rows).orElseThrow().isSignedBy(KEY)).isTrue();
    }

    @Test
    void aFormWithoutAMapIsStillOurs() throws Exception {
        List<List<String>> rows = Identity.of(WorkbookReader.read(signed())).orElseThrow().rows().stream().filter(row -> row.get(0).matches("goalsheet|template|version|lang|sheets|fingerprint|control:.*")).toList();
        Identity identity = Identity.parse(rows).orElseThrow();
        assertThat(identity.fields().sheets()).isEmpty();
        assertThat(identity.isSigned()).isFalse();
        assertThat(identity.form().controls()).hasSizeGreaterThan(10);
    }

    @Test
    void signaturesAreAskedForWithTheKeyOnly() throws Exception {
        Path signed = signed();
        assertThat(identity(signed, Optional.of(KEY))).isEmpty();
        assertThat(identity(signed, Optional.empty())).isEmpty();
        assertThat(identity(signed, Optional.of(key("another secret of bytes")))).containsExactly("IDN007");
        Path changed = RawEdit.of(signed).text("_goalsheet", "B5", "6").save(folder.resolve("changed.xlsx"));
        assertThat(identity(changed, Optional.of(KEY))).containsExactly("IDN007");
        assertThat(identity(changed, Optional.empty())).containsExactly("IDN005");
    }

    @Test
    void aFormSavedByAnotherProgramIsStillSigned() {
        assumeTrue(Office.available());
        Path again = folder.resolve("again.xlsx");
        try (OfficeBook book = Office.open(signed())) {
            book.type("项目1", "B7", "20%").saveAs(again, OfficeBook.Format.XLSX);
        }
        assertThat(identity(again, Optional.of(KEY))).isEmpty();
    }

    @Test
    void aKeyIsNeitherShortNorShown() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> key("short")).isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("short");
        assertThat(KEY).hasToString("SigningKey");
    }
}
