package goalsheet.bench;

import goalsheet.fill.FormData;
import goalsheet.generate.FormWriter;
import goalsheet.layout.Layout;
import goalsheet.office.Office;
import goalsheet.template.Template;
import goalsheet.template.TemplateStore;
import goalsheet.text.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The workbooks that are measured: filled in forms of 5 and of 40 projects, as we write them and as LibreOffice saves them. */
final class Workbooks {
    private static final Path FOLDER = Path.of("target", "bench");
    private static final Path DATA = Path.of("samples", "qianan-court", "data.yaml");

    private Workbooks() {
    }

    static Template template() {
        return new TemplateStore(Path.of("templates")).open("hebei-2023");
    }

    static Path file(String name) {
        return FOLDER.resolve(name + ".xlsx");
    }

    /** Makes them anew; without LibreOffice its copies are left out. */
    static List<String> make() throws IOException {
        Files.createDirectories(FOLDER);
        List<String> names = new ArrayList<>(List.of("5", "40"));
        for (int projects : new int[] {5, 40}) {
            write(projects, file(Integer.toString(projects)));
        }
        if (Office.available()) {
            for (int projects : new int[] {5, 40}) {
                names.add(projects + "-office");
                Office.resave(file(Integer.toString(projects)), file(projects + "-office"));
            }
        }
        return names;
    }

    /** The court's five projects over and over. */
    private static void write(int projects, Path file) {
        Template template = template();
        FormData data = FormData.read(template, List.of(DATA));
        Map<String, String> sources = new TreeMap<>();
        for (int project = 1; project <= projects; project++) {
            sources.put("project[" + project + "].", "project[" + ((project - 1) % 5 + 1) + "].");
        }
        Layout layout = Layout.of(template, FormWriter.blank(template, Lang.ZH, Optional.of(projects)));
        FormWriter.write(layout, path -> data.value(source(sources, path)), Optional.empty(), file, true);
    }

    private static String source(Map<String, String> sources, String path) {
        String prefix = path.substring(0, path.indexOf('.') + 1);
        return sources.getOrDefault(prefix, prefix) + path.substring(prefix.length());
    }
}
