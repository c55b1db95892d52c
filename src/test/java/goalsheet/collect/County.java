package goalsheet.collect;

import goalsheet.expr.Value;
import goalsheet.generate.FormWriter;
import goalsheet.layout.Layout;
import goalsheet.layout.Layouts;
import goalsheet.template.Field;
import goalsheet.template.FieldReader;
import goalsheet.template.FieldValue;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import goalsheet.xlsx.TableCell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * An invented county: a roster, and what its units have sent, in folders and archives under whatever names people use. It knows
 * how every unit must stand, what its figures add up to, and what must be remarked between workbooks.
 */
public final class County {
    private static final List<String> DEPARTMENTS = List.of("行政科", "政法科", "教科文科", "农业科", "社保科", "经建科");
    private static final List<String> PLACES = List.of("城关", "柳河", "石桥", "青山", "大营", "白庙", "张庄", "李家口", "上水头", "长岭", "东坪", "西河", "南岗", "北甸", "杨店", "马兰", "太平", "新安", "永宁", "红旗");
    private static final List<String> BODIES = List.of("镇人民政府", "中心小学", "初级中学", "卫生院", "农业技术推广站", "司法所", "文化站", "自然资源所", "市场监督管理所", "敬老院", "水利管理站", "林业工作站", "畜牧兽医站", "财政所", "便民服务中心");
    private static final Instant BEGIN = Instant.parse("2022-12-01T01:00:00Z");

    private final Path folder;
    private final Template template;
    private final Template older;
    private final Template lastYears;
    private final Random random;
    private final Kinds kinds;
    private final List<String> roster = new ArrayList<>();
    private final Map<String, String> strangers = new TreeMap<>();
    private final Map<String, byte[]> zipped = new LinkedHashMap<>();
    private final Layouts layouts = new Layouts();
    private int minutes;

    /** {@code 301001 RECEIVED 2}: state, and how many submissions. */
    final Map<String, String> states = new LinkedHashMap<>();
    /** What the counting submission's projects add up to. */
    final Map<String, BigDecimal> totals = new TreeMap<>();
    final Map<String, BigDecimal> byDepartment = new TreeMap<>();
    /** {@code COL001 301001 项目2!C3}, sorted. */
    final List<String> remarks = new ArrayList<>();
    int files;
    int litter;

    private County(Path folder, long seed) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.random = new Random(seed);
        this.kinds = new Kinds(random);
        String yaml = Files.readString(Path.of("templates/hebei-2023.yaml"));
        this.older = TemplateLoader.parse("hebei-2023.yaml", yaml);
        this.lastYears = TemplateLoader.parse("hebei-2022.yaml", yaml.replaceFirst("(?m)^template: hebei-2023", "template: hebei-2022"));
        this.template = TemplateLoader.parse("hebei-2023.yaml", yaml.replaceFirst("(?m)^version: 1$", "version: 2"));
        roster.add("单位编码,单位名称,部门,联系人,联系电话,项目编码,项目名称,预算数");
    }

    /** @param units how many; of every twenty each does something else */
    public static County of(Path folder, int units, long seed) throws IOException {
        County county = new County(folder, seed);
        List<Unit> made = new ArrayList<>();
        for (int number = 0; number < units; number++) {
            made.add(county.unit(number));
        }
        for (int number = 0; number < units; number++) {
            county.send(made, number);
        }
        county.states.putAll(county.strangers);
        county.finish();
        return county;
    }

    /** What a unit with this code does: its number among every twenty. */
    static int fate(String code) {
        return (Integer.parseInt(code.substring(1)) - 1001) % 20;
    }

    public Template template() {
        return template;
    }

    public Path roster() {
        return folder.resolve("单位名单.csv");
    }

    public Path inbox() {
        return folder.resolve("收到的文件");
    }

    private record Unit(String code, String name, String department, List<Map<String, String>> projects) {
        BigDecimal total() {
            return projects.stream().map(project -> project.get("budget")).filter(budget -> !budget.isEmpty()).map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        Unit with(int number, Map<String, String> typed) {
            List<Map<String, String>> changed = new ArrayList<>(projects);
            Map<String, String> project = new LinkedHashMap<>(projects.get(number));
            project.putAll(typed);
            changed.set(number, project);
            return new Unit(code, name, department, changed);
        }

        Unit named(String otherCode, String otherName) {
            return new Unit(otherCode, otherName, department, projects);
        }
    }

    private Unit unit(int number) {
        String code = Integer.toString(301_001 + number);
        String place = PLACES.get(number % PLACES.size());
        String body = BODIES.get(number / PLACES.size() % BODIES.size());
        String name = "青源县" + place + body;
        List<Map<String, String>> projects = new ArrayList<>();
        for (int project = 0; project < 3 + number % 5; project++) {
            projects.add(kinds.next(place + body.replace("人民政府", "政府"), "130200", String.format("%06d", 700_000 + number)));
        }
        Unit unit = new Unit(code, name, DEPARTMENTS.get(number % DEPARTMENTS.size()), projects);
        for (Map<String, String> project : projects) {
            roster.add(String.join(",", unit.code, unit.name, unit.department, "联系人" + number, "0315-" + (5_550_000 + number), project.get("code"), project.get("name"), project.get("budget")));
        }
        return unit;
    }

    private void send(List<Unit> all, int number) throws IOException {
        Unit unit = all.get(number);
        Unit wrong = unit.with(1, Map.of("plan.m12", "90%"));
        switch (number % 20) {
            case 0 -> expect(unit, State.MISSING, 0, null);
            case 1 -> {
                // Mended after it was sent back.
                put(wrong, unit.code + ".xlsx");
                put(unit, unit.code + "（修改后）.xlsx");
                expect(unit, State.RECEIVED, 2, unit);
            }
            case 2 -> {
                put(wrong, "各科转来/" + unit.department + "/" + unit.name + ".xlsx");
                expect(unit, State.ERRORS, 1, wrong);
            }
            case 3 -> {
                byte[] bytes = bytes(unit, template);
                put(Arrays.copyOf(bytes, bytes.length / 2), unit.code + unit.name + ".xlsx");
                expect(unit, State.UNREADABLE, 1, null);
            }
            case 4 -> {
                // Nothing but the workbook itself says whose it is. Every other one is last year's, which has an id of its own.
                put(bytes(unit, number % 40 < 20 ? older : lastYears), "绩效目标表 (" + number + ").xlsx");
                expect(unit, State.OTHER_FORM, 1, null);
            }
            case 5 -> {
                // Two versions, neither of them wrong.
                put(unit.with(0, Map.of("use", unit.projects.get(0).get("use") + "，按季度支付")), unit.name + "1.xlsx");
                put(unit, unit.name + "2.xlsx");
                expect(unit, State.TWICE, 2, unit);
                remark("COL010 " + unit.code + " !");
            }
            case 6 -> {
                // Sent under the name of the next one.
                put(unit, "邮箱/" + all.get((number + 13) % all.size()).name + ".xlsx");
                expect(unit, State.OTHER_UNIT, 1, unit);
                remark("COL008 " + unit.code + " !");
            }
            case 7 -> {
                // The code mistyped, the name right.
                put(unit.named("9" + unit.code.substring(1), unit.name), "新建文件夹 (" + number + ")/副本.xlsx");
                expect(unit, State.OTHER_UNIT, 1, unit);
                remark("COL008 " + unit.code + " !");
            }
            case 8 -> {
                // The same file three times.
                byte[] bytes = bytes(unit, template);
                put(bytes, unit.code + ".xlsx");
                put(bytes, "备份/" + unit.code + ".xlsx");
                zipped.put("打包/" + unit.name + ".xlsx", bytes);
                files++;
                expect(unit, State.RECEIVED, 1, unit);
            }
            case 9 -> {
                // An amount that is not the office's.
                BigDecimal other = new BigDecimal(unit.projects.get(2).get("budget")).add(new BigDecimal("1.50"));
                Unit off = unit.with(2, Map.of("budget", other.toPlainString(), "fiscal", new BigDecimal(unit.projects.get(2).get("fiscal")).add(new BigDecimal("1.50")).toPlainString()));
                put(off, unit.name + ".xlsx");
                expect(unit, State.ERRORS, 1, off);
                remark("COL003 " + unit.code + " 项目3!C4");
            }
            case 10 -> {
                // A project left out.
                Unit less = new Unit(unit.code, unit.name, unit.department, unit.projects.subList(0, unit.projects.size() - 1));
                put(less, unit.name + ".xlsx");
                expect(unit, State.ERRORS, 1, less);
                remark("COL004 " + unit.code + " !");
            }
            case 11 -> {
                // The next unit's project code. What the roster knows under the own one is missing then.
                Unit taken = unit.with(0, Map.of("code", all.get(number + 1).projects.get(0).get("code")));
                put(taken, unit.name + ".xlsx");
                expect(unit, State.ERRORS, 1, taken);
                remark("COL001 " + unit.code + " 项目1!B3");
                remark("COL004 " + unit.code + " !");
                remark("COL005 " + unit.code + " 项目1!E3");
            }
            case 13 -> {
                // The indicators of the next unit's project of the same kind, with its own name and code.
                Map<String, String> theirs = new LinkedHashMap<>(all.get(number + 1).projects.get(0));
                theirs.keySet().removeIf(field -> !field.startsWith("indicators"));
                Unit copied = unit.with(0, theirs);
                put(copied, unit.name + ".xlsx");
                expect(unit, State.RECEIVED, 1, copied);
                remark("COL007 " + unit.code + " 项目1!E3");
                remark("COL007 " + all.get(number + 1).code + " 项目1!E3");
            }
            case 16 -> {
                // A unit that nobody has put into the roster, beside its own workbook.
                put(unit, unit.name + ".xlsx");
                Unit stranger = new Unit("8" + unit.code.substring(1), "青源县" + unit.name.substring(3) + "工会", unit.department, List.of(kinds.next("工会" + number, "130200", "999999")));
                put(stranger, "其他/工会" + number + ".xlsx");
                expect(unit, State.RECEIVED, 1, unit);
                strangers.put(stranger.code, State.RECEIVED + " 1");
                totals.put(stranger.code, stranger.total());
                byDepartment.merge("", stranger.total(), BigDecimal::add);
                remark("COL009 " + stranger.code + " !");
            }
            case 17 -> {
                // One project under two codes.
                List<Map<String, String>> twice = new ArrayList<>(unit.projects);
                Map<String, String> again = new LinkedHashMap<>(unit.projects.get(0));
                again.put("code", Kinds.code("130200", "888888", number));
                twice.add(again);
                Unit doubled = new Unit(unit.code, unit.name, unit.department, twice);
                put(doubled, unit.name + ".xlsx");
                expect(unit, State.RECEIVED, 1, doubled);
                remark("COL002 " + unit.code + " 项目1!E3");
                remark("COL002 " + unit.code + " 项目" + twice.size() + "!E3");
                remark("COL005 " + unit.code + " 项目" + twice.size() + "!E3");
            }
            case 18 -> {
                // An amount left out.
                Unit less = unit.with(0, Map.of("budget", ""));
                put(less, unit.name + ".xlsx");
                expect(unit, State.ERRORS, 1, less);
                remark("COL006 " + unit.code + " !");
            }
            case 15 -> {
                zipped.put(unit.name + ".xlsx", bytes(unit, template));
                files++;
                expect(unit, State.RECEIVED, 1, unit);
            }
            case 19 -> {
                // The same workbook saved again: other bytes, nothing else.
                byte[] bytes = bytes(unit, template);
                put(bytes, unit.name + ".xlsx");
                put(packedAgain(bytes), unit.name + "（另存）.xlsx");
                expect(unit, State.RECEIVED, 2, unit);
            }
            default -> {
                put(unit, number % 3 == 0 ? unit.code + ".xlsx" : number % 3 == 1 ? "各科转来/" + unit.department + "/" + unit.name + "（终稿）.xlsx" : "微信/" + unit.code + unit.name + ".xlsx");
                expect(unit, State.RECEIVED, 1, unit);
            }
        }
    }

    private void expect(Unit unit, State state, int submissions, Unit counting) {
        states.put(unit.code, state + " " + submissions);
        if (counting != null) {
            totals.put(unit.code, counting.total());
            byDepartment.merge(unit.department, counting.total(), BigDecimal::add);
        }
    }

    private void remark(String line) {
        remarks.add(line);
    }

    private void put(Unit unit, String name) throws IOException {
        put(bytes(unit, template), name);
    }

    private void put(byte[] bytes, String name) throws IOException {
        Path file = inbox().resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.from(BEGIN.plusSeconds(60L * ++minutes)));
        files++;
    }

    private static byte[] packedAgain(byte[] workbook) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook)); ZipOutputStream out = new ZipOutputStream(packed)) {
            out.setLevel(1);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
            }
        }
        return packed.toByteArray();
    }

    private byte[] bytes(Unit unit, Template form) throws IOException {
        Path file = folder.resolve("form.xlsx");
        Map<String, Value> values = values(unit, form);
        Layout layout = layouts.of(form, FormWriter.blank(form, Lang.ZH, Optional.of(unit.projects.size())));
        FormWriter.write(layout, path -> values.getOrDefault(path, Value.BLANK), Optional.empty(), file, true);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    private static Map<String, Value> values(Unit unit, Template form) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("cover.unit_code", unit.code);
        typed.put("cover.unit_name", unit.name);
        typed.put("cover.filled_by", "王建军");
        typed.put("cover.phone", "0315-5550101");
        typed.put("cover.fill_date", "2023-01-12");
        typed.put("overall.goal", "2023年，" + unit.name + "围绕年度重点工作，办好群众关心的实事，改善服务条件，提高办事效率，使群众满意度稳步提高。");
        typed.put("overall.subgoals[1].name", "便民服务");
        typed.put("overall.subgoals[1].goal", "改善服务设施，缩短群众办事时间。");
        typed.put("overall.subgoals[1].indicators", "群众满意度≥92%、按期办结率≥98%");
        typed.put("overall.measures[1].measure", "一、每个项目明确负责人，按月检查进度，按合同付款。");
        for (int i = 0; i < unit.projects.size(); i++) {
            String prefix = "project[" + (i + 1) + "].";
            unit.projects.get(i).forEach((field, text) -> typed.put(prefix + field, text));
        }
        Map<String, Value> values = new LinkedHashMap<>();
        typed.forEach((path, text) -> {
            if (!text.isEmpty()) {
                values.put(path, value(form, path, text));
            }
        });
        return values;
    }

    private static Value value(Template form, String path, String text) {
        SheetDef sheet = form.sheet(path.replaceFirst("[\\[.].*", "")).orElseThrow();
        String within = path.substring(path.indexOf('.') + 1);
        Field field = within.contains("[") ? sheet.tables().get(within.substring(0, within.indexOf('['))).fields().get(within.substring(within.indexOf('.') + 1))
                : sheet.fields().get(within);
        return FieldReader.read(field, form.lists(), TableCell.text(text), "") instanceof FieldValue.Read read ? read.value() : Value.of(text);
    }

    /** The roster, an archive with names as Windows writes them, and what lies about in every inbox. */
    private void finish() throws IOException {
        Files.writeString(roster(), "\uFEFF" + String.join("\r\n", roster) + "\r\n");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip, Charset.forName("GBK"))) {
            for (Map.Entry<String, byte[]> file : zipped.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setLastModifiedTime(FileTime.from(BEGIN.plusSeconds(60L * ++minutes)));
                out.putNextEntry(entry);
                out.write(file.getValue());
            }
        }
        Files.write(inbox().resolve("打包.zip"), zip.toByteArray());
        for (String name : List.of("~$301002.xlsx", "Thumbs.db", "说明.docx", "301009.xlsx.crdownload", ".DS_Store")) {
            try (OutputStream out = Files.newOutputStream(inbox().resolve(name))) {
                out.write("no workbook".getBytes(StandardCharsets.UTF_8));
            }
            litter++;
        }
        remarks.sort(null);
    }
}
