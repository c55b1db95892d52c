package goalsheet.fill;

import goalsheet.expr.Value;
import goalsheet.generate.FormWriter;
import goalsheet.layout.FieldMap;
import goalsheet.layout.Form;
import goalsheet.layout.Identity;
import goalsheet.layout.Layout;
import goalsheet.layout.SigningKey;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.xlsx.Snapshot;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a returned workbook is made of: by its hidden identity, as far as there is one; else by the words of the template that it is to be poured
 * into.
 *
 * @param lang    of its printed words
 * @param version of the form, 0 when it does not say
 * @param given   figures that its identity says were given by the office, by full path
 * @param sound   whether these can be believed
 * @param signed  whether it bears a signature, be it a good one
 * @param money   unit of its amounts, "" when it does not say
 * @param blanks  how many sheets of the repeated kind it was made with, 0 when it does not say
 * @param map     of its form
 */
record Origin(String template, int version, Lang lang, Map<String, Value> given, boolean sound, boolean signed, String money, List<FoundSheet> sheets, List<Snapshot.Sheet> others, int blanks, FieldMap map) {

    static Origin of(Snapshot workbook, Template template, Lang usual, Optional<SigningKey> key) {
        Optional<Identity> known = Identity.of(workbook);
        if (known.isPresent() && isCurrent(known.get(), template)) {
            Layout layout = Layout.of(template, known.get().form());
            boolean sound = layout.fingerprint().equals(known.get().fingerprint()) && key.map(known.get()::isSignedBy).orElse(true);
            return of(workbook, known.get(), FieldMap.of(layout), template.money(), sound);
        }
        if (known.isPresent() && !known.get().fields().sheets().isEmpty()) {
            return of(workbook, known.get(), known.get().fields(), known.get().money(), key.filter(known.get()::isSignedBy).isPresent());
        }
        return known.map(identity -> of(workbook, identity, words(template, identity.form().lang()), moneyIn(workbook), false))
                .orElseGet(() -> byWords(workbook, template, usual));
    }

    private static boolean isCurrent(Identity identity, Template template) {
        return identity.template().equals(template.id()) && identity.version() == template.version();
    }

    private static Origin of(Snapshot workbook, Identity identity, FieldMap map, String money, boolean sound) {
        Form form = identity.form();
        SheetFinder finder = new SheetFinder(map, workbook, Optional.of(form.sheets()));
        return new Origin(identity.template(), identity.version(), form.lang(), form.controls(), sound, identity.isSigned(), money, numbered(finder.found(), form.controls()), finder.others(), form.sheets(), map);
    }

    private static List<FoundSheet> numbered(List<FoundSheet> sheets, Map<String, Value> given) {
        Map<FieldMap.Sheet, List<FoundSheet>> kinds = sheets.stream().collect(Collectors.groupingBy(FoundSheet::form, LinkedHashMap::new, Collectors.toList()));
        return kinds.entrySet().stream().flatMap(kind -> (kind.getKey().isRepeated() ? Projects.of(given, kind.getKey().id()).numbered(kind.getValue()) : kind.getValue()).stream()).toList();
    }

    private static FieldMap words(Template template, Lang lang) {
        return FieldMap.of(Layout.of(template, FormWriter.blank(template, lang, Optional.empty())));
    }

    /** The language in which more of the workbook is known. */
    private static Origin byWords(Snapshot workbook, Template template, Lang usual) {
        return Arrays.stream(Lang.values()).sorted(Comparator.comparing(lang -> lang != usual)).map(lang -> {
            SheetFinder finder = new SheetFinder(words(template, lang), workbook, Optional.empty());
            return new Origin("", 0, lang, Map.of(), false, false, moneyIn(workbook), finder.found(), finder.others(), 0, FieldMap.NONE);
        }).max(Comparator.comparingDouble(Origin::share)).orElseThrow();
    }

    /** Names of the sheets of the form that are not in the workbook, as far as it says how many it had. */
    List<String> missing() {
        return map.sheets().stream().flatMap(kind -> IntStream.rangeClosed(1, kind.isRepeated() ? blanks : version == 0 ? 0 : 1)
                .filter(number -> sheets.stream().noneMatch(sheet -> sheet.form().equals(kind) && sheet.number() == number)).mapToObj(kind::name)).toList();
    }

    private double share() {
        return sheets.stream().mapToDouble(sheet -> sheet.fit().share()).sum();
    }

    private static String moneyIn(Snapshot workbook) {
        return workbook.sheets().stream().flatMap(sheet -> sheet.cells().values().stream()).flatMap(cell -> Template.money(cell.text()).stream()).findFirst().orElse("");
    }
}
