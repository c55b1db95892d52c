package goalsheet.check;

import goalsheet.RawEdit;
import goalsheet.expr.Value;
import goalsheet.fill.FormData;
import goalsheet.generate.Contents;
import goalsheet.generate.FormWriter;
import goalsheet.generate.Roster;
import goalsheet.layout.Form;
import goalsheet.layout.Identity;
import goalsheet.layout.Layout;
import goalsheet.layout.Located;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.SigningKey;
import goalsheet.rule.Example;
import goalsheet.rule.Verdict;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Does the deeds that rules give as examples, step by step, to a filled form; the steps are listed in docs/add-a-rule.md. A step that
 * cannot be done fails the test.
 */
public final class Deeds {
    private static final Pattern CELL = Pattern.compile("(.+)!([A-Z]{1,3}\\d+)");
    private static final String HIDDEN = "_goalsheet!";
    private static final Pattern SWAP = Pattern.compile("(.+?) => (.*)", Pattern.DOTALL);

    private final Path folder;
    private final Map<String, Base> bases = new HashMap<>();

    /** A filled form that deeds are done to. */
    private record Base(Layout layout, Path workbook) {
    }

    /** @param folder for the workbooks */
    public Deeds(Path folder) {
        this.folder = folder;
    }

    /** What the check says of the form after a deed; of the untouched form when there are no steps. */
    public Verdict after(List<String> steps) throws IOException {
        boolean named = !steps.isEmpty() && steps.get(0).startsWith("form ");
        Base base = base(named ? steps.get(0).substring("form ".length()) : "court");
        Path damaged = folder.resolve("damaged.xlsx");
        RawEdit edit = RawEdit.of(base.workbook());
        Doing doing = new Doing(base.layout(), edit);
        steps.stream().skip(named ? 1 : 0).forEach(doing::step);
        edit.save(damaged);
        doing.raw(damaged);
        return new Checker(id -> Optional.of(base.layout().template()).filter(template -> template.id().equals(id)), doing.key.map(Deeds::key)).check(damaged);
    }

    public Verdict after(Example.Deed deed) throws IOException {
        return after(deed.steps());
    }

    private Base base(String name) {
        return bases.computeIfAbsent(name, wanted -> switch (wanted) {
            case "court" -> court(wanted, Optional.empty());
            case "blank" -> {
                Template template = Returned.template("hebei-2023");
                yield written(wanted, template, FormWriter.blank(template, Lang.ZH, Optional.empty()), Optional.empty());
            }
            case "signed" -> court(wanted, Optional.of(key("office")));
            case "central" -> filled(wanted, Returned.template("central-2021"), Returned.SAMPLES.resolve("central/data.yaml"));
            case "equipment" -> filled(wanted, TemplateLoader.load(Path.of("src/test/resources/templates/equipment.yaml")), Path.of("src/test/resources/forms/equipment.yaml"));
            default -> throw new IllegalArgumentException("no form " + wanted);
        });
    }

    /** The court's form as the office sent it, its projects' figures and their total locked, filled in, with one spare sheet. */
    private Base court(String name, Optional<SigningKey> key) {
        Template template = Returned.template("hebei-2023");
        Form form = FormWriter.of(template, Roster.read(template, Returned.SAMPLES.resolve("roster.csv")).units().get(0), Lang.ZH, 1);
        Map<String, Value> controls = new LinkedHashMap<>(form.controls());
        controls.put("cover.budget_total", Value.of(new BigDecimal("682.44")));
        return written(name, template, new Form(form.lang(), form.sheets(), controls), Optional.of(Returned.SAMPLES.resolve("qianan-court/data.yaml")), key);
    }

    private Base filled(String name, Template template, Path data) {
        return written(name, template, FormWriter.blank(template, Lang.ZH, Optional.of(FormData.read(template, List.of(data)).sheets())), Optional.of(data));
    }

    private Base written(String name, Template template, Form form, Optional<Path> data) {
        return written(name, template, form, data, Optional.empty());
    }

    private static SigningKey key(String name) {
        return new SigningKey((name + "'s secret of some bytes").getBytes(StandardCharsets.UTF_8));
    }

    private Base written(String name, Template template, Form form, Optional<Path> data, Optional<SigningKey> key) {
        Layout layout = Layout.of(template, form);
        Path workbook = folder.resolve(name + ".xlsx");
        Function<String, Value> values = data.map(file -> FormData.read(template, List.of(file))).<Function<String, Value>>map(read -> read::value).orElse(path -> Value.BLANK);
        FormWriter.write(layout, Contents.of(values).signed(key), Optional.empty(), workbook, true);
        return new Base(layout, workbook);
    }

    /** One deed under way. */
    private static final class Doing {
        private final Layout layout;
        private final RawEdit edit;
        private final Map<String, String> renamed = new HashMap<>();
        private Optional<byte[]> content = Optional.empty();
        private Optional<String> key = Optional.empty();
        private int cut = Integer.MAX_VALUE;
        private boolean old;

        Doing(Layout layout, RawEdit edit) {
            this.layout = layout;
            this.edit = edit;
        }

        void step(String step) {
            String[] words = step.split(" ", 3);
            String on = words[1];
            String what = words.length > 2 ? words[2] : "";
            switch (words[0]) {
                case "type" -> type(cell(on), what);
                case "clear" -> edit.clear(cell(on)[0], cell(on)[1]);
                case "error" -> edit.error(cell(on)[0], cell(on)[1], what);
                case "formula" -> edit.formula(cell(on)[0], cell(on)[1], what.substring(what.indexOf(' ') + 1), what.substring(0, what.indexOf(' ')));
                case "constant" -> edit.removeFormula(cell(on)[0], cell(on)[1]);
                case "result" -> edit.cached(cell(on)[0], cell(on)[1], what);
                case "add" -> edit.addSheet(on);
                case "copy" -> edit.copySheet(tab(on), what);
                case "move" -> edit.moveSheet(tab(on), number(what, 0));
                case "delete" -> edit.removeSheet(tab(on));
                case "rename" -> {
                    edit.renameSheet(tab(on), what);
                    renamed.put(tab(on), what);
                }
                case "state" -> edit.setState(tab(on), what);
                case "unprotect" -> protection(on);
                case "unvalidate" -> validations(tab(on), what);
                case "insert-rows" -> edit.insertRows(tab(on), number(what, 0), number(what, 1));
                case "delete-rows" -> edit.deleteRows(tab(on), number(what, 0), number(what, 1));
                case "insert-columns" -> edit.insertColumns(tab(on), what.split(" ")[0], number(what, 1));
                case "delete-columns" -> edit.deleteColumns(tab(on), what.split(" ")[0], number(what, 1));
                case "part" -> edit.put(on, what.getBytes(StandardCharsets.UTF_8));
                case "drop" -> edit.drop(part(on));
                case "replace" -> {
                    Matcher swap = SWAP.matcher(what);
                    if (!swap.matches()) {
                        throw new IllegalArgumentException("no => in: " + step);
                    }
                    edit.part(part(on), xml -> xml.replaceFirst(Pattern.quote(swap.group(1)), Matcher.quoteReplacement(swap.group(2))));
                }
                case "content" -> content = Optional.of(step.substring("content ".length()).getBytes(StandardCharsets.UTF_8));
                case "key" -> key = Optional.of(on);
                case "save-as" -> old = on.equals("xls");
                case "cut" -> cut = Integer.parseInt(on);
                default -> throw new IllegalArgumentException("no such step: " + step);
            }
        }

        /** What is done to the file as a whole, when the rest is done. */
        void raw(Path workbook) throws IOException {
            if (old) {
                Files.write(workbook, OldCopy.of(workbook));
            }
            byte[] bytes = content.orElse(Files.readAllBytes(workbook));
            if (content.isPresent() || cut < bytes.length) {
                Files.write(workbook, Arrays.copyOf(bytes, Math.min(cut, bytes.length)));
            } else if (cut != Integer.MAX_VALUE) {
                throw new IllegalArgumentException("the file has no more than " + cut + " bytes");
            }
        }

        private void type(String[] cell, String typed) {
            if (typed.startsWith("'")) {
                edit.text(cell[0], cell[1], typed.substring(1));
            } else if (typed.matches("-?\\d+(\\.\\d+)?(E\\d+)?")) {
                edit.number(cell[0], cell[1], typed);
            } else if (typed.matches("-?\\d+(\\.\\d+)?%")) {
                edit.number(cell[0], cell[1], new BigDecimal(typed.replace("%", "")).movePointLeft(2).toPlainString());
            } else if (typed.matches("\\d{4}-\\d\\d-\\d\\d")) {
                edit.number(cell[0], cell[1], Long.toString(LocalDate.parse(typed).toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay()));
            } else {
                edit.text(cell[0], cell[1], typed);
            }
        }

        private void protection(String on) {
            if (on.equals("workbook")) {
                edit.removeWorkbookProtection();
            } else {
                edit.removeSheetProtection(tab(on));
            }
        }

        private void validations(String tab, String area) {
            if (area.isEmpty()) {
                edit.removeValidations(tab);
            } else {
                edit.removeValidation(tab, area);
            }
        }

        private static int number(String words, int at) {
            return Integer.parseInt(words.split(" ")[at]);
        }

        /** Tab and address of a field ({@code project[1].budget}) or of any cell ({@code project[1]!B4}). */
        private String[] cell(String where) {
            Matcher cell = CELL.matcher(where);
            if (cell.matches()) {
                return new String[] {tab(cell.group(1)), cell.group(2)};
            }
            if (where.startsWith(HIDDEN)) {
                return hidden(where.substring(HIDDEN.length()));
            }
            Located found = layout.find(where).orElseThrow(() -> new IllegalArgumentException("no field " + where));
            return new String[] {tab(found.sheet().name()), found.slot().cell().toString()};
        }

        /** The value of a line of the hidden sheet, by its key. */
        private String[] hidden(String key) {
            List<String> keys = Stream.concat(Identity.of(layout).rows().stream().map(row -> row.get(0)), Stream.of("signature")).toList();
            return new String[] {Identity.SHEET, "B" + (keys.indexOf(key) + 1)};
        }

        /** The tab of a sheet of the form ({@code project[1]}, {@code cover}), else the tab of that name, as it is called now. */
        private String tab(String sheet) {
            String name = layout.sheets().stream().filter(one -> one.prefix().equals(sheet + ".")).map(SheetLayout::name).findFirst().orElse(sheet);
            return renamed.getOrDefault(name, name);
        }

        /** A part by its name, or the part of a sheet. */
        private String part(String name) {
            return name.contains("/") || name.endsWith(".xml") ? name : edit.sheetPart(tab(name));
        }
    }
}
