package goalsheet.check;

import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.DamageRules;
import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.rule.Severity;
import goalsheet.text.Series;
import goalsheet.text.Text;
import goalsheet.xlsx.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The tabs of a returned workbook: what was copied, added, moved, hidden, laid open. What is missing or renamed is told sheet by sheet. */
final class Tabs {
    private static final int SHOWN = 6;
    /** So many sheets that are not of the form are looked at to see what they are; more nobody copies. */
    private static final int MOST_LOOKED_AT = 50;

    private final Workbook workbook;
    private final Layout layout;
    private final Consumer<Finding> found;

    Tabs(Workbook workbook, Consumer<Finding> found) {
        this.workbook = workbook;
        this.layout = workbook.layout();
        this.found = found;
    }

    void check() {
        others();
        order();
        hidden();
        protection();
    }

    private void others() {
        List<Snapshot.Sheet> added = new ArrayList<>();
        int looked = 0;
        for (Snapshot.Sheet other : workbook.others()) {
            Optional<SheetLayout> original = looked++ < MOST_LOOKED_AT ? original(other) : Optional.empty();
            original.ifPresentOrElse(sheet -> copied(other, sheet), () -> added.add(other));
        }
        if (!added.isEmpty()) {
            found.accept(Finding.of(DamageRules.SHEET_ADDED, Place.sheet(added.get(0).name()), names(added.stream().map(Snapshot.Sheet::name).toList()), Map.of()));
        }
    }

    /** The sheet of the form that another one was copied from: of those that look alike the one it is named after, else the one with most in common. */
    private Optional<SheetLayout> original(Snapshot.Sheet other) {
        Set<String> words = Workbook.words(other);
        Map<String, Boolean> known = new HashMap<>();
        List<SheetLayout> alike = layout.sheets().stream().filter(sheet -> workbook.sheet(sheet).isPresent())
                .filter(sheet -> known.computeIfAbsent(sheet.def().id(), id -> {
                    Labels labels = workbook.labels(sheet);
                    return labels.fit(words) && labels.alignment(other).isPresent();
                })).toList();
        return alike.stream().filter(sheet -> other.name().startsWith(sheet.name()) && !other.name().substring(sheet.name().length()).matches("\\d.*")).findFirst()
                .or(() -> alike.stream().min(java.util.Comparator.comparingInt(sheet -> differences(other, sheet))));
    }

    private int differences(Snapshot.Sheet other, SheetLayout sheet) {
        Alignment there = workbook.labels(sheet).alignment(other).orElse(Alignment.same(sheet));
        return (int) sheet.slots().stream().filter(slot -> slot.kind() == Slot.Kind.ENTRY || slot.kind() == Slot.Kind.CONTROL)
                .filter(slot -> !text(workbook.cell(sheet, slot)).equals(text(there.at(slot.area()).flatMap(area -> other.cell(area.first()))))).count();
    }

    private static String text(Optional<Snapshot.Cell> cell) {
        return cell.map(Snapshot.Cell::text).map(Labels::words).orElse("");
    }

    private void copied(Snapshot.Sheet copy, SheetLayout sheet) {
        int differences = differences(copy, sheet);
        Text differs = differences == 0 ? Text.of("内容与它相同", "the contents are the same")
                : Text.of("有 " + differences + " 格内容与它不同", differences + " cell(s) differ from it");
        Text cure = differences == 0 ? Text.of("删除这张副本。", "Delete the copy.")
                : Text.of("把副本里要报送的内容填到空着的同类表里，再删除副本；表不够用时，请向财政部门要一份张数更多的空表。",
                        "Enter what is to be reported in a spare sheet of that kind and delete the copy; ask the office for a form with more sheets if there is none.");
        Finding finding = Finding.of(DamageRules.SHEET_COPIED, Place.sheet(copy.name()), copy.name(), Text.same(workbook.name(sheet)), Map.of("differs", differs, "cure", cure));
        found.accept(differences == 0 ? finding : finding.as(Severity.ERROR));
    }

    private void order() {
        List<String> tabs = workbook.snapshot().sheets().stream().map(Snapshot.Sheet::name).toList();
        Map<String, Integer> places = new HashMap<>();
        tabs.forEach(tab -> places.put(tab, places.size()));
        int last = -1;
        for (SheetLayout sheet : layout.sheets()) {
            Integer place = places.get(workbook.name(sheet));
            if (place != null && place < last) {
                found.accept(Finding.of(DamageRules.SHEETS_REORDERED, Place.sheet(workbook.name(sheet)), workbook.name(sheet)));
                return;
            }
            last = place == null ? last : place;
        }
    }

    private void hidden() {
        List<String> blank = new ArrayList<>();
        for (SheetLayout sheet : layout.sheets()) {
            if (workbook.sheet(sheet).filter(returned -> returned.visibility() != Snapshot.Visibility.VISIBLE).isPresent()) {
                boolean spare = sheet.def().repeat().isPresent() && sheet.slots().stream().noneMatch(slot -> slot.kind() == Slot.Kind.ENTRY && !text(workbook.cell(sheet, slot)).isEmpty());
                if (spare) {
                    blank.add(workbook.name(sheet));
                } else {
                    hidden(List.of(workbook.name(sheet)), Text.of("，其中有要报送的内容", ", with contents that are to be reported"), Severity.WARNING);
                }
            }
        }
        if (!blank.isEmpty()) {
            hidden(blank, Text.of("，没有填写内容", ", with nothing in it"), Severity.INFO);
        }
    }

    private void hidden(List<String> tabs, Text filled, Severity severity) {
        found.accept(Finding.of(DamageRules.SHEET_HIDDEN, Place.sheet(tabs.get(0)), names(tabs), Map.of("filled", filled)).as(severity));
    }

    /** Only that of sheets: what the workbook's own lock keeps, the sheets in their places, is looked at itself, and some programs drop that lock when they save. */
    private void protection() {
        List<String> open = layout.sheets().stream().filter(sheet -> workbook.sheet(sheet).filter(returned -> !returned.isLocked()).isPresent()).map(workbook::name).toList();
        if (!open.isEmpty()) {
            found.accept(Finding.of(DamageRules.PROTECTION_REMOVED, Place.FILE, names(open), Map.of()));
        }
    }

    private static Text names(List<String> names) {
        return Series.quoted(names, SHOWN);
    }
}
