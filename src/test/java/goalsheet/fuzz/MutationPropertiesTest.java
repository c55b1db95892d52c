package goalsheet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.check.Checker;
import goalsheet.check.Returned;
import goalsheet.template.TemplateStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Filled forms whose XML somebody has pulled about: still well-formed, and otherwise anything. */
class MutationPropertiesTest {
    private static final TemplateStore TEMPLATES = new TemplateStore(Path.of("templates"));
    private static final Checker CHECKER = new Checker(TEMPLATES::find);
    private static Map<String, byte[]> court;

    @BeforeContainer
    static void fill() throws IOException {
        Path folder = Files.createTempDirectory("goalsheet-mutations");
        Path form = Returned.court(folder.resolve("a.xlsx"));
        court = SmallForm.parts(Files.readAllBytes(form));
        Files.delete(form);
        Files.delete(folder);
    }

    @Property(tries = 300)
    void aSmallFormPulledAbout(@ForAll Random random) {
        Trial.check(SmallForm.CHECKER, SmallForm.zip(mutated(SmallForm.PARTS, random), true));
    }

    @Property(tries = 40)
    void aWholeFormPulledAbout(@ForAll Random random) {
        Trial.check(CHECKER, SmallForm.zip(mutated(court, random), true));
    }

    @Property(tries = 300)
    void whatIsReadDoesNotDependOnThePacking(@ForAll Random random) {
        Trial.read(SmallForm.zip(mutated(SmallForm.PARTS, random), true));
    }

    /** What people do to the looks of a form, in any mixture, changes nothing that the check says. */
    @Property(tries = 30)
    void looksDoNotMatter(@ForAll Random random) {
        Map<String, byte[]> parts = new LinkedHashMap<>(court);
        parts.replaceAll((name, content) -> {
            if (!name.startsWith("xl/worksheets/") && !name.equals("xl/styles.xml") && !name.equals("xl/workbook.xml")) {
                return content;
            }
            String xml = new String(content, StandardCharsets.UTF_8);
            for (Looks looks : Looks.values()) {
                xml = random.nextBoolean() ? looks.change(xml, random) : xml;
            }
            return xml.getBytes(StandardCharsets.UTF_8);
        });
        if (random.nextBoolean()) {
            parts.keySet().removeIf(name -> name.startsWith("docProps/"));
            parts.computeIfPresent("_rels/.rels", (name, content) -> text(content).replaceAll("<Relationship [^>]*docProps[^>]*/>", "").getBytes(StandardCharsets.UTF_8));
            parts.computeIfPresent("[Content_Types].xml", (name, content) -> text(content).replaceAll("<Override [^>]*docProps[^>]*/>", "").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Trial.check(CHECKER, SmallForm.zip(parts, true))).isEqualTo(Trial.check(CHECKER, SmallForm.zip(court, true)));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> mutated(Map<String, byte[]> parts, Random random) {
        Map<String, byte[]> mutated = new LinkedHashMap<>(parts);
        List<String> names = List.copyOf(parts.keySet());
        for (int change = 0; change <= random.nextInt(3); change++) {
            mutated.computeIfPresent(names.get(random.nextInt(names.size())), (name, content) -> XmlMutation.of(content, random));
        }
        return mutated;
    }

    /** Looks, each changed wherever it stands in a part. */
    private enum Looks {
        WIDTH("(<col [^>]*width=\")[0-9.]+", "$1%d"), HEIGHT("(<row [^>]*ht=\")[0-9.]+", "$1%d"), ZOOM("<sheetView ", "<sheetView zoomScale=\"1%02d\" zoomScaleNormal=\"100\" "),
        COLOUR("(<color [^>]*rgb=\"FF)[0-9A-Fa-f]{6}", "$1%06d"), FILL("(<fgColor [^>]*rgb=\"FF)[0-9A-Fa-f]{6}", "$1%06d"), SIZE("<sz val=\"[0-9.]+\"", "<sz val=\"%d\""),
        BORDER("style=\"(thin|medium)\"", "style=\"dashed\""), PAPER("(<pageSetup [^>]*orientation=\")[a-z]+", "$1landscape"),
        MARGIN("(<pageMargins left=\")[0-9.]+", "$11.%d"), CURSOR("<selection [^>]*/>", ""), WINDOW("<workbookView ", "<workbookView xWindow=\"%d\" ");

        private final String found;
        private final String put;

        Looks(String found, String put) {
            this.found = found;
            this.put = put;
        }

        String change(String xml, Random random) {
            return xml.replaceAll(found, String.format(put, 10 + random.nextInt(80)));
        }
    }
}
