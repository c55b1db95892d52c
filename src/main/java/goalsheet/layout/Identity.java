package goalsheet.layout;

import goalsheet.expr.Value;
import goalsheet.text.Lang;
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
 */
public record Identity(String template, int version, Form form, String fingerprint) {
    /** Name of the sheet; it is known by this name whatever its place. */
    public static final String SHEET = "_goalsheet";

    private static final String MARK = "goalsheet";
    private static final String FORMAT = "1";
    private static final String CONTROL = "control:";
    private static final int MOST_SHEETS = 1000;

    public static Identity of(Layout layout) {
        return new Identity(layout.template().id(), layout.template().version(), layout.form(), layout.fingerprint());
    }

    /** The rows of the sheet. */
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(MARK, FORMAT, ""));
        rows.add(List.of("template", template, ""));
        rows.add(List.of("version", Integer.toString(version), ""));
        rows.add(List.of("lang", form.lang().name(), ""));
        rows.add(List.of("sheets", Integer.toString(form.sheets()), ""));
        rows.add(List.of("fingerprint", fingerprint, ""));
        new TreeMap<>(form.controls()).forEach((path, value) ->
                rows.add(List.of(CONTROL + path, value.show(), value instanceof Value.Num ? "number" : "text")));
        return rows;
    }

    /** Reads the rows back; empty when they are not ours or do not make sense. */
    public static Optional<Identity> parse(List<List<String>> rows) {
        Map<String, String> keys = new LinkedHashMap<>();
        Map<String, Value> controls = new LinkedHashMap<>();
        try {
            for (List<String> row : rows) {
                String key = row.get(0);
                if (key.startsWith(CONTROL)) {
                    controls.put(key.substring(CONTROL.length()), row.get(2).equals("number") ? Value.of(new BigDecimal(row.get(1))) : Value.of(row.get(1)));
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
                    keys.getOrDefault("fingerprint", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
