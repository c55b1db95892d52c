package goalsheet.template;

import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A whole form as its file defines it.
 *
 * @param id       {@code hebei-2023}
 * @param version  counts up with every change that filled workbooks can notice
 * @param accepts  older versions whose workbooks are still taken
 * @param year     budget year
 * @param unitCode path of the field that holds the unit's code ({@code cover.unit_code})
 * @param unitName path of the field that holds the unit's name
 * @param projects which fields tell projects apart
 */
public record Template(String id, int version, List<Integer> accepts, Text title, int year, String unitCode, String unitName,
        Map<String, CodeList> lists, List<SheetDef> sheets, List<RuleUse> rules, ProjectFields projects) {
    private static final Pattern MONEY = Pattern.compile("单位[:：]\\s*(万元|元)");

    /** A template that does not say which fields tell projects apart. */
    public Template(String id, int version, List<Integer> accepts, Text title, int year, String unitCode, String unitName, Map<String, CodeList> lists,
            List<SheetDef> sheets, List<RuleUse> rules) {
        this(id, version, accepts, title, year, unitCode, unitName, lists, sheets, rules, ProjectFields.NONE);
    }

    public Optional<SheetDef> sheet(String sheetId) {
        return sheets.stream().filter(sheet -> sheet.id().equals(sheetId)).findFirst();
    }

    /** The list of a field that takes nothing but its items. */
    public Optional<CodeList> closedList(Field field) {
        return Optional.ofNullable(lists.get(field.list())).filter(list -> field.type() == FieldType.LIST && !list.open());
    }

    /** The unit of amounts as the form prints it ({@code 单位：万元}): 元 or 万元, "" when it does not say. */
    public String money() {
        return sheets.stream().flatMap(sheet -> sheet.rows().stream()).flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.drawn() instanceof SheetDef.Drawn.Label label ? money(label.text().zh()).stream() : Stream.empty()).findFirst().orElse("");
    }

    /** The unit of amounts that words tell of. */
    public static Optional<String> money(String words) {
        return MONEY.matcher(words).results().map(found -> found.group(1)).findFirst();
    }

    /** The kind of sheet of which there are several, if the form has one. */
    public Optional<SheetDef> repeated() {
        return sheets.stream().filter(sheet -> sheet.repeat().isPresent()).findFirst();
    }
}
