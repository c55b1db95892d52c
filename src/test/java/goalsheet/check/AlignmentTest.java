package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.check.Shifted.Step;
import goalsheet.expr.Value;
import goalsheet.generate.Painter;
import goalsheet.generate.Sample;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.text.Lang;
import goalsheet.xlsx.WorkbookFile;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.UnreadableException;
import goalsheet.xlsx.WorkbookImage;
import goalsheet.xlsx.WorkbookImage.CellImage;
import goalsheet.xlsx.WorkbookImage.Content;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import goalsheet.xlsx.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Rows and columns come and go anywhere in any form: the rest is read as before, and what came or went is told once, where it is. */
class AlignmentTest {
    /** {@code -Dgoalsheet.seed=} tries others. */
    private static final long SEED = Long.getLong("goalsheet.seed", 20_230_115L);
    private static final int RUNS = Integer.getInteger("goalsheet.runs", 40);
    /** Nothing is calculated again here, so that counts of what was deleted are as they were. */
    private static final String STALE = " INT009 ";
    private static final Path FILE = Path.of("returned.xlsx");

    @TempDir
    static Path folder;

    private static final Map<String, Filled> FORMS = new LinkedHashMap<>();

    /** A filled form, its image, and what the check says of it as it is. */
    private record Filled(Layout layout, WorkbookImage image, List<String> told, Map<String, String> values) {
        static Filled of(String template) {
            return FORMS.computeIfAbsent(template, id -> {
                Sample sample = new Sample(id, "filled", Lang.ZH);
                Layout layout = sample.layout();
                WorkbookImage image = Shifted.apply(Painter.paint(layout, sample.values()), List.of());
                Seen seen = seen(layout, image);
                return new Filled(layout, image, seen.told(), seen.values());
            });
        }

        SheetLayout sheet(String name) {
            return layout.sheets().stream().filter(sheet -> sheet.name().equals(name)).findFirst().orElseThrow();
        }
    }

    /** @param told {@code ERROR AMT001 项目1!C4}  @param values what each field was read as, by full path */
    private record Seen(List<String> told, Map<String, String> values) {
    }

    private static Seen seen(Layout layout, WorkbookImage image) {
        try {
            Path file = folder.resolve(FILE);
            try (OutputStream out = Files.newOutputStream(file)) {
                WorkbookWriter.write(image, Optional.empty(), out);
            }
            Reading reading = new Checker(id -> Optional.of(layout.template())).read(file, WorkbookFile.read(file, WorkbookFile.Opening.PLAIN)).orElseThrow();
            Map<String, String> values = new LinkedHashMap<>();
            for (SheetLayout sheet : layout.sheets()) {
                for (Slot slot : sheet.slots()) {
                    reading.entry(sheet.fullPath(slot)).filter(entry -> !entry.field().isCalculated() && !entry.isBlank())
                            .ifPresent(entry -> values.put(sheet.fullPath(slot), entry.raw().show()));
                }
            }
            return new Seen(Returned.told(reading.verdict()), values);
        } catch (IOException | UnreadableException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> insertedAnywhere() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String template : List.of("hebei-2023", "central-2021", "equipment")) {
            Filled filled = Filled.of(template);
            for (SheetLayout sheet : List.of(filled.layout.sheets().get(0), filled.layout.sheets().get(filled.layout.sheets().size() - 1))) {
                int rows = sheet.heights().size();
                int cols = sheet.def().columns().size();
                for (int row = 0; row < rows; row++) {
                    tests.add(inserted(filled, new Step(sheet.name(), true, row, 1 + row % 3)));
                }
                for (int col = 0; col < cols; col++) {
                    tests.add(inserted(filled, new Step(sheet.name(), false, col, 1 + col % 2)));
                }
            }
        }
        return tests.stream();
    }

    private static DynamicTest inserted(Filled filled, Step step) {
        return DynamicTest.dynamicTest(step.toString(), () -> {
            Seen seen = seen(filled.layout, Shifted.apply(filled.image, List.of(step)));
            assertThat(seen.values).isEqualTo(filled.values);
            List<String> expected = filled.told.stream().map(line -> moved(line, step)).toList();
            List<String> change = Returned.change(seen.told, expected);
            assertThat(change).hasSize(1);
            assertThat(change.get(0)).startsWith("WARNING INT014 " + step.sheet() + "!");
            Ref cell = Ref.parse(change.get(0).substring(change.get(0).indexOf('!') + 1));
            assertThat(step.rows() ? cell.row() : cell.col()).isEqualTo(step.first());
        });
    }

    @TestFactory
    Stream<DynamicTest> deletedAnywhere() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String template : List.of("hebei-2023", "central-2021", "equipment")) {
            Filled filled = Filled.of(template);
            for (SheetLayout sheet : List.of(filled.layout.sheets().get(0), filled.layout.sheets().get(filled.layout.sheets().size() - 1))) {
                IntStream.range(0, sheet.heights().size()).forEach(row -> tests.add(deleted(filled, new Step(sheet.name(), true, row, -1))));
                IntStream.range(0, sheet.def().columns().size()).forEach(col -> tests.add(deleted(filled, new Step(sheet.name(), false, col, -1))));
            }
        }
        return tests.stream();
    }

    private static DynamicTest deleted(Filled filled, Step step) {
        return DynamicTest.dynamicTest(step.toString(), () -> {
            Seen seen = seen(filled.layout, Shifted.apply(filled.image, List.of(step)));
            assertThat(entries(filled.layout, seen.values)).isEqualTo(expected(filled, List.of(step)));
            List<String> damage = seen.told.stream().filter(line -> line.contains(" INT") && !line.contains(STALE)).toList();
            assertThat(damage).hasSize(1);
            assertThat(damage.get(0)).matches("(ERROR|WARNING|INFO) INT015 .*").contains(" " + step.sheet() + "!");
        });
    }

    /** Whoever clears the self-check, or pastes values over it, as far as there is any or its first columns only, has neither deleted nor inserted anything. */
    @TestFactory
    Stream<DynamicTest> selfCheckCleared() {
        return Stream.of("hebei-2023", "central-2021", "equipment").flatMap(template -> Stream.of(1, 4, 100).flatMap(cols -> Stream.of(true, false).map(isPasted ->
                DynamicTest.dynamicTest(template + ": " + cols + (isPasted ? " columns pasted over" : " columns cleared"), () -> {
                    Filled filled = Filled.of(template);
                    Set<String> told = new HashSet<>();
                    List<SheetImage> sheets = filled.image.sheets().stream().map(image -> {
                        Set<Ref> beside = filled.layout.sheets().stream().filter(sheet -> sheet.name().equals(image.name())).flatMap(sheet -> sheet.slots().stream()
                                .filter(slot -> slot.isBeside() && slot.kind() == Slot.Kind.CALCULATED && slot.cell().col() < sheet.def().columns().size() + cols))
                                .map(Slot::cell).collect(Collectors.toCollection(LinkedHashSet::new));
                        beside.stream().findFirst().ifPresent(first -> told.add("INFO INT013 " + image.name() + "!" + first));
                        List<CellImage> cells = image.cells().stream().filter(cell -> isPasted || !beside.contains(cell.ref()))
                                .map(cell -> beside.contains(cell.ref()) ? result(cell) : cell).toList();
                        return new SheetImage(image.name(), image.visibility(), image.widths(), image.heights(), cells, image.merges(), image.validations(), image.page(), image.freezeRows());
                    }).toList();
                    Seen seen = seen(filled.layout, new WorkbookImage(filled.image.title(), sheets, filled.image.names()));
                    assertThat(seen.values).isEqualTo(filled.values);
                    assertThat(Returned.change(seen.told, filled.told)).containsExactlyInAnyOrderElementsOf(told);
                }))));
    }

    private static CellImage result(CellImage cell) {
        return cell.content() instanceof Content.Formula formula ? new CellImage(cell.ref(), formula.cached(), cell.look(), cell.use(), cell.format(), cell.link()) : cell;
    }

    /** Up to five steps in any sheets: whatever is left is read as it was. */
    @TestFactory
    Stream<DynamicTest> anything() {
        List<String> templates = List.of("hebei-2023", "central-2021", "equipment");
        return IntStream.range(0, RUNS).mapToObj(run -> {
            Random random = new Random(SEED + run);
            Filled filled = Filled.of(templates.get(run % templates.size()));
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(5); i++) {
                SheetLayout sheet = filled.layout.sheets().get(random.nextInt(filled.layout.sheets().size()));
                boolean rows = random.nextInt(3) > 0;
                int lines = rows ? sheet.heights().size() : sheet.def().columns().size();
                int by = random.nextInt(3) > 0 ? 1 + random.nextInt(5) : -1;
                steps.add(new Step(sheet.name(), rows, random.nextInt(lines), by));
            }
            return DynamicTest.dynamicTest("seed " + (SEED + run) + " " + steps, () -> {
                Seen seen = seen(filled.layout, Shifted.apply(filled.image, steps));
                assertThat(entries(filled.layout, seen.values)).isEqualTo(expected(filled, steps));
                if (steps.stream().anyMatch(one -> steps.stream().anyMatch(other -> isExchange(one, other)))) {
                    return;
                }
                assertThat(seen.told).filteredOn(line -> line.contains(" INT") && !line.contains(" INT014 ") && !line.contains(" INT015 ") && !line.contains(STALE)).isEmpty();
            });
        });
    }

    /** Where one line came and one went, as many are there as before: a line with everything in it erased looks the same, and so it is told. */
    private static boolean isExchange(Step one, Step other) {
        return one.sheet().equals(other.sheet()) && one.rows() == other.rows() && (one.by() < 0) != (other.by() < 0);
    }

    /** Single fields by path, filled rows of tables in their order: which of a table's blank rows came or went says nothing. */
    private static Map<String, Object> entries(Layout layout, Map<String, String> values) {
        Map<String, Object> entries = new TreeMap<>();
        for (SheetLayout sheet : layout.sheets()) {
            Map<String, Map<Integer, Map<String, String>>> tables = new TreeMap<>();
            for (Slot slot : sheet.slots()) {
                String value = values.get(sheet.fullPath(slot));
                if (value != null && slot.table().isEmpty()) {
                    entries.put(sheet.fullPath(slot), value);
                } else if (value != null) {
                    tables.computeIfAbsent(slot.table(), id -> new TreeMap<>()).computeIfAbsent(slot.index(), index -> new TreeMap<>())
                            .put(slot.field().orElseThrow().id(), value);
                }
            }
            tables.forEach((id, rows) -> entries.put(sheet.prefix() + id, List.copyOf(rows.values())));
        }
        return entries;
    }

    private static Map<String, Object> expected(Filled filled, List<Step> steps) {
        Map<String, String> left = new LinkedHashMap<>(filled.values);
        for (SheetLayout sheet : filled.layout.sheets()) {
            for (Slot slot : sheet.slots()) {
                int row = slot.cell().row();
                int col = slot.cell().col();
                for (Step step : steps) {
                    if (step.sheet().equals(sheet.name()) && row >= 0 && col >= 0) {
                        row = step.rows() ? step.now(row) : row;
                        col = step.rows() ? col : step.now(col);
                    }
                }
                if (row < 0 || col < 0) {
                    left.remove(sheet.fullPath(slot));
                }
            }
        }
        return entries(filled.layout, left);
    }

    /** A finding where its cell is afterwards. */
    private static String moved(String line, Step step) {
        int at = line.indexOf('!');
        if (!line.substring(0, at).endsWith(" " + step.sheet()) || at == line.length() - 1) {
            return line;
        }
        Ref cell = Ref.parse(line.substring(at + 1));
        return line.substring(0, at + 1) + (step.rows() ? new Ref(step.now(cell.row()), cell.col()) : new Ref(cell.row(), step.now(cell.col())));
    }
}
