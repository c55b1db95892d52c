package goalsheet.collect;

import goalsheet.fill.FormData;
import goalsheet.generate.FormWriter;
import goalsheet.layout.Layout;
import goalsheet.template.Template;
import goalsheet.template.TemplateStore;
import goalsheet.text.Lang;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Makes the inbox of a province for {@code .ci/collect-bench}: the court's workbook under as many units as are wanted, each with codes of its own, and their roster. */
public final class CollectBench {
    private static final String DEPARTMENT = "科室";

    private CollectBench() {
    }

    /** @param words folder, number of units */
    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[0]);
        Template template = new TemplateStore(Path.of("templates")).open("hebei-2023");
        FormData data = FormData.read(template, List.of(Path.of("samples", "qianan-court", "data.yaml")));
        Path form = folder.resolve("form.xlsx");
        FormWriter.write(Layout.of(template, FormWriter.blank(template, Lang.ZH, Optional.of(data.sheets()))), data::value, Optional.empty(), form, true);
        Map<String, byte[]> parts = parts(Files.readAllBytes(form));
        List<String> roster = new ArrayList<>(List.of("单位编码,单位名称,部门"));
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        for (int unit = 0; unit < Integer.parseInt(words[1]); unit++) {
            String code = Integer.toString(100_001 + unit);
            String name = "第" + code + "单位";
            roster.add(code + "," + name + "," + DEPARTMENT + unit % 12);
            Map<String, String> own = new LinkedHashMap<>();
            own.put(">336001<", ">" + code + "<");
            own.put("迁安市人民法院", name);
            List<String> codes = List.of("13020023P00003910033L", "13020023P000039100348", "13020023P00003910035U", "13020023P00003910036F", "13020023P000039100373");
            for (int project = 0; project < codes.size(); project++) {
                own.put(codes.get(project), Kinds.code("130200", code, project + 1));
            }
            Files.write(inbox.resolve(name + ".xlsx"), packed(parts, own));
        }
        Files.write(folder.resolve("roster.csv"), roster);
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] packed(Map<String, byte[]> parts, Map<String, String> own) throws IOException {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(workbook)) {
            zip.setLevel(1);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                String text = new String(part.getValue(), StandardCharsets.UTF_8);
                for (Map.Entry<String, String> each : own.entrySet()) {
                    text = text.replace(each.getKey(), each.getValue());
                }
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return workbook.toByteArray();
    }
}
