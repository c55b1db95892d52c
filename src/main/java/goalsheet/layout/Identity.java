package goalsheet.layout;

import goalsheet.expr.Value;
import goalsheet.text.Lang;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a workbook says of itself on its very hidden sheet: three columns of text, a row each of key, value and type.
 *
 * @param template    id
 * @param fingerprint of the form when it was generated
 * @param money       unit of its amounts, 元 or 万元; "" when the form does not say
 * @param fields      where they are; {@link FieldMap#NONE} in forms made before workbooks said so
 * @param signature   of all the rest by the office's key, lower-case hex; "" when it was made without one
 */
public record Identity(String template, int version, Form form, String fingerprint, String money, FieldMap fields, String signature) {
    /** Name of the sheet; it is known by this name whatever its place. */
    public static final String SHEET = "_goalsheet";

    /** Before the prefix of a sheet, in rows of their own behind all others; their second cell is {@link #mark a formula that follows the sheet}. */
    public static final String FOLLOWS = "follows:";

    private static final String MARK = "goalsheet";
    private static final String FORMAT = "1";
    private static final String CONTROL = "control:";
    private static final String SIGNATURE = "signature";
    private static final int COLUMNS = 3;
    /** Room for the figures of some thousand projects. */
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_SHEETS = 1000;

    public static Identity of(Layout layout) {
        return new Identity(layout.template().id(), layout.template().version(), layout.form(), layout.fingerprint(), layout.template().money(), FieldMap.of(layout), "");
    }

    /** The same, signed by the office. */
    public Identity signed(SigningKey key) {
        return new Identity(template, version, form, fingerprint, money, fields, key.sign(content()));
    }

    public boolean isSigned() {
        return !signature.isEmpty();
    }

    /** Whether all of this is what the owner of the key has signed. */
    public boolean isSignedBy(SigningKey key) {
        return key.hasSigned(content(), signature);
    }

    /** The rows of the sheet. */
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>(content());
        if (isSigned()) {
            rows.add(List.of(SIGNATURE, signature, ""));
        }
        return rows;
    }

    private List<List<String>> content() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(MARK, FORMAT, ""));
        rows.add(List.of("template", template, ""));
        rows.add(List.of("version", Integer.toString(version), ""));
        rows.add(List.of("lang", form.lang().name(), ""));
        rows.add(List.of("sheets", Integer.toString(form.sheets()), ""));
        rows.add(List.of("fingerprint", fingerprint, ""));
        if (!money.isEmpty()) {
            rows.add(List.of("money", money, ""));
        }
        new TreeMap<>(form.controls()).forEach((path, value) ->
                rows.add(List.of(CONTROL + path, value.show(), value instanceof Value.Num ? "number" : "text")));
        rows.addAll(fields.rows());
        return rows;
    }

    /** What a workbook says of itself; empty when it is none of ours. */
    public static Optional<Identity> of(Snapshot snapshot) {
        return snapshot.sheet(SHEET).flatMap(sheet -> {
            List<List<String>> rows = new ArrayList<>();
            for (int row = 0; row < MOST_ROWS && sheet.cell(new Ref(row, 0)).isPresent(); row++) {
                List<String> cells = new ArrayList<>();
                for (int col = 0; col < COLUMNS; col++) {
                    cells.add(sheet.cell(new Ref(row, col)).map(Snapshot.Cell::text).orElse(""));
                }
                rows.add(cells);
            }
            return parse(rows);
        });
    }

    /**
     * What a single field holds, found without the template by the map that the workbook carries along.
     *
     * @param path {@code cover.unit_code}
     */
    public Optional<String> told(String path, Snapshot snapshot) {
        if (form.controls().containsKey(path)) {
            return Optional.of(form.controls().get(path).show());
        }
        String id = path.substring(0, path.indexOf('.') + 1);
        return fields.sheets().stream().filter(sheet -> id.equals(sheet.id() + "."))
                .flatMap(sheet -> sheet.field(path.substring(id.length())).flatMap(field -> snapshot.sheet(sheet.name(1)).flatMap(there -> there.cell(field.area().first()))).stream())
                .map(cell -> cell.text().strip()).filter(text -> !text.isEmpty()).findFirst();
    }

    /** A formula, always 1, that looks at a sheet: spreadsheet programs rewrite it when the sheet gets another name, so that it can be known by it. */
    public static String mark(SheetLayout sheet) {
        return "ROWS(" + Places.quote(sheet.name()) + "!$A$1)";
    }

    /** Reads the rows back; empty when they are not ours or do not make sense. */
    public static Optional<Identity> parse(List<List<String>> rows) {
        Map<String, String> keys = new LinkedHashMap<>();
        Map<String, Value> controls = new LinkedHashMap<>();
        List<List<String>> fields = new ArrayList<>();
        try {
            for (List<String> row : rows) {
                String key = row.get(0);
                if (key.startsWith(CONTROL)) {
                    controls.put(key.substring(CONTROL.length()), row.get(2).equals("number") ? Value.of(new BigDecimal(row.get(1))) : Value.of(row.get(1)));
                } else if (FieldMap.isKey(key)) {
                    fields.add(row);
                } else {
                    keys.put(key, row.get(1));
                }
            }
            int sheets = Integer.parseInt(keys.getOrDefault("sheets", ""));
            if (!FORMAT.equals(keys.get(MARK)) || sheets < 0 || sheets > MOST_SHEETS) {
                return Optional.empty();
            }
            Form form = new Form(Lang.valueOf(keys.getOrDefault("lang", "")), sheets, controls);
            return Optional.of(new Identity(keys.getOrDefault("template", ""), Integer.parseInt(keys.getOrDefault("version", "")), form,
                    keys.getOrDefault("fingerprint", ""), keys.getOrDefault("money", ""), FieldMap.parse(fields), keys.getOrDefault(SIGNATURE, "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
