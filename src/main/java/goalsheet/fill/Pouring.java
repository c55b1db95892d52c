package goalsheet.fill;

import goalsheet.check.CellMeaning;
import goalsheet.expr.Value;
import goalsheet.fill.PourLine.Kind;
import goalsheet.fill.SheetContents.Item;
import goalsheet.fill.Successors.Target;
import goalsheet.generate.Contents;
import goalsheet.generate.FormWriter;
import goalsheet.generate.Roster;
import goalsheet.generate.Unit;
import goalsheet.layout.Calculation;
import goalsheet.layout.FieldMap;
import goalsheet.layout.Form;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.SigningKey;
import goalsheet.layout.Slot;
import goalsheet.template.DefinitionException;
import goalsheet.template.Field;
import goalsheet.template.FieldType;
import goalsheet.template.Problem;
import goalsheet.template.SheetDef;
import goalsheet.template.Table;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.Comments;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes what is filled in in a returned workbook, however damaged or old it is, into a pristine form of the same unit. Figures of the office come
 * from the workbook's identity while that is sound, or from a roster; a unit's own words are never changed in meaning.
 */
public final class Pouring {
    private static final Text LOCKED = Text.of("财政部门锁定的数，以财政部门的为准", "locked by the office, its figure is kept");
    private static final Text OPENED = Text.of("原由财政部门填好，无法确认没有被改过，新表中没有锁定", "was given by the office, cannot be confirmed, and is not locked in the new form");
    private static final Text CALCULATED = Text.of("新表自动计算", "calculated by the new form");
    private static final Text NO_FIELD = Text.of("新表没有这一项", "the new form has no such field");
    private static final Text NO_SHEET = Text.of("新表没有这种表", "the new form has no such sheet");
    private static final Text NO_ROW = Text.of("超出新表的行数", "more rows than the new form has");
    private static final Text NO_PROJECT = Text.of("超出新表的张数", "more sheets than the new form has");
    private static final Text STRANGE = Text.of("不在表样的格子里", "not in a cell of the form");
    private static final Text STRANGE_SHEET = Text.of("不是表样中的工作表", "not a sheet of the form");
    private static final Text DELETED = Text.of("所在的行或列已被删除", "its row or column has been deleted");
    private static final Text NO_SUCH_SHEET = Text.of("没有这张表，新表里是空的", "this sheet is not there; it is blank in the new form");
    private static final Text WAIVER = Text.of("免检说明", "Reason for an exception");

    private final Template template;
    private final Origin origin;
    private final List<Snapshot.Style> styles;
    private final Successors successors;
    private final Conversion conversion;
    private final Numbering numbering;
    private final List<SheetContents> contents = new ArrayList<>();
    private final Layout layout;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Moves moves = new Moves();
    private final Restored restored = new Restored();
    private final List<PourLine> lines = new ArrayList<>();
    private final CarriedNotes notes;

    /**
     * @param lang   of a form made for a workbook that does not say
     * @param roster where to take the office's figures from instead of the workbook
     * @param key    that the workbook must be signed with for its figures to be believed
     */
    public record Request(Template template, Lang lang, Optional<Roster> roster, Optional<SigningKey> key) {
    }

    private Pouring(Snapshot workbook, Comments comments, Request request, Origin origin) {
        this.template = request.template();
        this.origin = origin;
        this.styles = workbook.styles();
        this.successors = new Successors(template);
        this.conversion = new Conversion(new CellMeaning(workbook, template.lists()), template.lists(), origin.money(), template.money());
        origin.sheets().forEach(sheet -> contents.add(new SheetContents(sheet, table -> room(sheet, table))));
        Optional<Unit> unit = request.roster().map(this::unit);
        this.numbering = new Numbering(template, contents, unit, origin.blanks());
        Map<String, Value> controls = unit.map(known -> FormWriter.of(template, known, origin.lang(), 0).controls()).orElseGet(this::given);
        this.layout = Layout.of(template, new Form(origin.lang(), numbering.sheets(), controls));
        this.notes = new CarriedNotes(layout, lines::add);
        contents.forEach(this::pour);
        contents.forEach(this::missing);
        origin.missing().forEach(sheet -> lines.add(new PourLine(Kind.MISSING, sheet, "", Text.EMPTY, "", NO_SUCH_SHEET)));
        numbering.beyond().forEach(sheet -> lines.add(new PourLine(Kind.REFUSED, sheet.name(), "", Text.EMPTY, "", NO_PROJECT)));
        moves.lines().forEach(lines::add);
        lines.addAll(restored.lines(new Calculation(layout, path -> values.getOrDefault(path, controls.getOrDefault(path, Value.BLANK)))));
        origin.others().stream().filter(sheet -> !sheet.cells().isEmpty() && sheet.visibility() == Snapshot.Visibility.VISIBLE)
                .forEach(sheet -> lines.add(new PourLine(Kind.REFUSED, sheet.name(), "", Text.EMPTY, "", STRANGE_SHEET)));
        comments.notes().forEach(note -> notes.carry(note, contents, this::slot));
        comments.unreadable().forEach(sheet -> lines.add(new PourLine(Kind.NOTE, sheet, "", Text.EMPTY, "", Text.of("批注无法读取", "its notes cannot be read"))));
    }

    /**
     * Finds what there is to pour; nothing is written.
     *
     * @return empty when nothing of the template is recognised in the workbook
     * @throws DefinitionException when the roster does not have the unit
     */
    public static Optional<Pouring> of(Snapshot workbook, Comments comments, Request request) {
        Origin origin = Origin.of(workbook, request.template(), request.lang(), request.key());
        return origin.sheets().isEmpty() ? Optional.empty() : Optional.of(new Pouring(workbook, comments, request, origin));
    }

    /** The new form, without its contents. */
    public Layout layout() {
        return layout;
    }

    /** What goes into it. */
    public Contents contents() {
        return new Contents(path -> values.getOrDefault(path, Value.BLANK), notes.images(), Optional.empty());
    }

    /** How many cells of the unit are filled in. */
    public int filled() {
        return values.size();
    }

    /** How many notes are carried over. */
    public int notes() {
        return notes.count();
    }

    /** What a person should know of, in the order of {@link Kind}, within it in the order of the workbook. */
    public List<PourLine> lines() {
        return lines.stream().sorted(Comparator.comparing(PourLine::kind)).toList();
    }

    /** Id of the template that the workbook was made from, "" when it does not say. */
    public String template() {
        return origin.template();
    }

    /** Version of that template, 0 when it does not say. */
    public int version() {
        return origin.version();
    }

    /** Whether the workbook bears a signature that the new form will not have by itself. */
    public boolean wasSigned() {
        return origin.signed();
    }

    private Optional<Integer> room(FoundSheet sheet, String table) {
        return template.sheet(sheet.form().id()).map(def -> def.tables().get(table)).filter(found -> !found.perSheet()).map(Table::rows);
    }

    private Unit unit(Roster roster) {
        List<String> codes = Stream.concat(contents.stream().flatMap(each -> each.items().stream().filter(item -> isUnitCode(each, item)).map(item -> SheetFit.plain(item.cell().text()))),
                Optional.ofNullable(origin.given().get(template.unitCode())).map(Value::show).stream()).toList();
        return codes.stream().flatMap(code -> roster.unit(code).stream()).findFirst().orElseThrow(() -> {
            String shown = codes.isEmpty() ? "" : codes.get(0);
            return new DefinitionException(List.of(new Problem(template.unitCode(), 0, Text.of("名单中没有这个单位编码：“" + shown + "”", "the roster has no unit with the code '" + shown + "'"))));
        });
    }

    private boolean isUnitCode(SheetContents sheet, Item item) {
        return successors.of(sheet.sheet().form().id(), item.at().path()).filter(target -> (target.sheet().id() + "." + target.path(0)).equals(template.unitCode())).isPresent();
    }

    /** The office's figures as the workbook's identity has them, in the words and units of the new form. */
    private Map<String, Value> given() {
        Map<String, Value> controls = new LinkedHashMap<>();
        if (origin.sound()) {
            for (SheetContents sheet : contents) {
                numbering.of(sheet.sheet(), template).ifPresent(number -> sheet.sheet().form().fields().stream().filter(at -> !at.isColumn()).forEach(at ->
                        successors.of(sheet.sheet().form().id(), at.path()).ifPresent(target -> Optional.ofNullable(origin.given().get(path(sheet.sheet(), at)))
                                .ifPresent(value -> controls.put(prefix(target.sheet(), number) + target.path(0), conversion.given(value, at, target.field()))))));
            }
            // Sheets that somebody has deleted keep theirs.
            origin.given().forEach((path, value) -> {
                if (isCurrent()) {
                    controls.putIfAbsent(path, value);
                }
            });
        }
        return controls;
    }

    private static String path(FoundSheet sheet, FieldMap.At at) {
        return (sheet.form().isRepeated() ? sheet.form().id() + "[" + sheet.number() + "]." : sheet.form().id() + ".") + at.path();
    }

    private static String prefix(SheetDef def, int number) {
        return def.repeat().isPresent() ? def.id() + "[" + number + "]." : def.id() + ".";
    }

    private void pour(SheetContents sheet) {
        Optional<SheetDef> def = template.sheet(sheet.sheet().form().id());
        if (def.isEmpty()) {
            if (!sheet.isBlank()) {
                lines.add(new PourLine(Kind.REFUSED, sheet.sheet().name(), "", Text.EMPTY, "", NO_SHEET));
            }
            return;
        }
        Optional<Integer> number = numbering.of(sheet.sheet(), template);
        if (number.isEmpty()) {
            return;
        }
        SheetLayout target = layout.sheet(def.get(), number.get());
        moves.sheet(sheet.sheet().name(), target.name());
        sheet.items().forEach(item -> pour(sheet, item, target));
        sheet.waivers().forEach(waiver -> waiver(sheet, waiver, target));
        sheet.beyond().forEach(cell -> refuse(sheet, cell, Text.EMPTY, NO_ROW));
        sheet.strangers().stream().filter(cell -> !isOfForm(sheet, cell, target)).forEach(cell -> refuse(sheet, cell, Text.EMPTY, STRANGE));
    }

    /** Whether the form itself writes or calculates what somebody has left there as a value. */
    private boolean isOfForm(SheetContents sheet, Snapshot.Cell cell, SheetLayout target) {
        Optional<Ref> before = sheet.sheet().fit().before(cell.ref()).or(() -> sheet.sheet().fit().beside(cell.ref()));
        OptionalInt col = sheet.sheet().fit().cols().from(cell.ref().col());
        String text = SheetFit.plain(cell.text());
        return target.slots().stream().anyMatch(slot -> !slot.text().isEmpty() && SheetFit.plain(target.words(slot)).equals(text) && (cell.kind() == Snapshot.Kind.TEXT && text.length() > 1 || col.equals(OptionalInt.of(slot.cell().col())))
                || isCurrent() && slot.expr().isPresent() && before.filter(slot.cell()::equals).isPresent());
    }

    private boolean isCurrent() {
        return origin.version() == template.version() && origin.template().equals(template.id());
    }

    private void pour(SheetContents sheet, Item item, SheetLayout sheetLayout) {
        Optional<Target> found = successors.of(sheet.sheet().form().id(), item.at().path());
        boolean isTyped = !item.at().calculated() || !item.cell().hasFormula();
        if (found.isEmpty() || found.get().field().isCalculated() && !item.at().calculated()) {
            if (isTyped) {
                refuse(sheet, item.cell(), found.map(target -> target.field().label()).orElse(Text.same(sheet.sheet().form().words(item.at()).replace("\n", ""))), found.isEmpty() ? NO_FIELD : CALCULATED);
            }
            return;
        }
        Target target = found.get();
        if (target.field().isCalculated() && !isTyped) {
            return;
        }
        Optional<Slot> slot = sheetLayout.slot(target.path(item.row()));
        Text label = label(target, item.row());
        if (slot.isEmpty()) {
            refuse(sheet, item.cell(), label, NO_ROW);
            return;
        }
        if (target.field().isCalculated()) {
            Value written = conversion.written(item.cell(), item.at(), target.field());
            restored.add(new Restored.Typed(address(sheet.sheet().name(), item.cell().ref()), sheetLayout, slot.get(), label, written));
            return;
        }
        Conversion.Result result = conversion.convert(item.cell(), item.at(), target.field());
        String from = address(sheet.sheet().name(), item.cell().ref());
        String to = address(sheetLayout.name(), slot.get().cell());
        String path = sheetLayout.fullPath(slot.get());
        Value control = layout.form().controls().get(path);
        if (control != null) {
            if (!control.show().equals(result.value().show()) || !result.refused().isEmpty()) {
                lines.add(new PourLine(Kind.OFFICE, from, to, label, item.cell().text() + " → " + control.show(), LOCKED));
            }
            return;
        }
        if (!result.refused().isEmpty()) {
            refuse(sheet, item.cell(), label, result.refused());
            return;
        }
        if (result.value().isBlank()) {
            return;
        }
        values.put(path, result.value());
        moves.cell(sheet.sheet().name(), item.cell().ref(), sheetLayout.name(), slot.get().cell());
        if (!lastOf(item.at().path()).equals(target.field().id())) {
            moves.renamed(sheet.sheet().form().id(), lastOf(item.at().path()), target.field());
        }
        if (!result.changes().isEmpty()) {
            String shown = shown(target.field(), result.value());
            Text why = result.changes().stream().reduce((one, other) -> Text.of(one.zh() + "，" + other.zh(), one.en() + ", " + other.en())).orElseThrow();
            lines.add(new PourLine(Kind.CONVERTED, from, to, label, item.cell().text() + " → " + shown, why));
        }
        if (wasGiven(sheet.sheet(), item)) {
            lines.add(new PourLine(Kind.OFFICE, from, to, label, result.value().show(), OPENED));
        }
    }

    /** Of a workbook that has lost its identity, the locked cells were the office's. */
    private boolean wasGiven(FoundSheet sheet, Item item) {
        return origin.given().containsKey(path(sheet, item.at())) || origin.template().isEmpty() && sheet.sheet().isLocked() && styles.get(item.cell().style()).locked();
    }

    private static String shown(Field field, Value value) {
        if (field.type() == FieldType.DATE && value instanceof Value.Num serial) {
            return Value.date(serial.number()).toString();
        }
        return field.type() == FieldType.PERCENT ? value.show() + "%" : value.show();
    }

    /** Sheets, rows and columns that somebody has deleted: what stood in them is not there to be taken. */
    private void missing(SheetContents sheet) {
        sheet.sheet().form().fields().stream().filter(at -> !at.calculated() && !at.path().equals(FieldMap.WAIVERS) && isGone(sheet, at)).forEach(at ->
                successors.of(sheet.sheet().form().id(), at.path()).ifPresent(target -> lines.add(new PourLine(Kind.MISSING, sheet.sheet().name(), "", target.field().label(), "", DELETED))));
    }

    private static boolean isGone(SheetContents sheet, FieldMap.At at) {
        SheetFit fit = sheet.sheet().fit();
        boolean hasRow = IntStream.rangeClosed(at.area().first().row(), at.isColumn() ? at.area().last().row() : at.area().first().row()).anyMatch(row -> fit.rows().at(row).isPresent());
        return !(hasRow && fit.cols().at(at.area().first().col()).isPresent()) && sheet.items().stream().noneMatch(item -> item.at().equals(at));
    }

    private static String lastOf(String path) {
        int row = path.indexOf(FieldMap.ROW);
        return row < 0 ? path : path.substring(row + FieldMap.ROW.length() + 1);
    }

    private static Text label(Target target, int row) {
        Text field = target.field().label();
        return target.table().map(table -> Text.of(table.label().zh() + "第" + row + "行" + field.zh(), table.label().en() + " row " + row + ", " + field.en())).orElse(field);
    }

    private void waiver(SheetContents sheet, SheetContents.Waiver waiver, SheetLayout target) {
        Optional<Slot> slot = successors.of(sheet.sheet().form().id(), waiver.beside().path()).flatMap(found -> target.slot(found.path(waiver.row())))
                .flatMap(field -> target.waiver(field.cell().row()));
        if (slot.isEmpty()) {
            refuse(sheet, waiver.cell(), WAIVER, NO_FIELD);
            return;
        }
        values.put(target.fullPath(slot.get()), Value.of(waiver.cell().text()));
        moves.cell(sheet.sheet().name(), waiver.cell().ref(), target.name(), slot.get().cell());
    }

    private void refuse(SheetContents sheet, Snapshot.Cell cell, Text label, Text why) {
        lines.add(new PourLine(Kind.REFUSED, address(sheet.sheet().name(), cell.ref()), "", label, cell.text(), why));
    }

    /** Where what belonged to a cell of the returned workbook belongs now. */
    private Optional<CarriedNotes.Place> slot(SheetContents sheet, Ref found) {
        Optional<SheetDef> def = template.sheet(sheet.sheet().form().id());
        Optional<Integer> number = numbering.of(sheet.sheet(), template);
        if (def.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        SheetLayout target = layout.sheet(def.get(), number.get());
        Optional<Item> item = sheet.at(found);
        if (item.isPresent()) {
            return successors.of(def.get().id(), item.get().at().path()).flatMap(next -> target.slot(next.path(item.get().row()))).map(slot -> new CarriedNotes.Place(target, slot.cell()));
        }
        Optional<Ref> before = sheet.sheet().fit().before(found);
        Optional<String> words = before.flatMap(cell -> sheet.sheet().form().words().stream().filter(word -> word.cell().equals(cell)).map(FieldMap.Words::text).findFirst());
        Optional<CarriedNotes.Place> same = words.filter(text -> !text.isEmpty()).flatMap(text -> target.slots().stream().filter(slot -> target.words(slot).equals(text)).findFirst())
                .map(slot -> new CarriedNotes.Place(target, slot.cell()));
        return same.or(() -> before.filter(cell -> isCurrent()).map(cell -> new CarriedNotes.Place(target, cell)));
    }

    private static String address(String sheet, Ref cell) {
        return sheet + "!" + cell;
    }
}
