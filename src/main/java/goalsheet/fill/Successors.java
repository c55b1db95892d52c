package goalsheet.fill;

import goalsheet.layout.FieldMap;
import goalsheet.template.Field;
import goalsheet.template.SheetDef;
import goalsheet.template.Table;
import goalsheet.template.Template;
import java.util.Map;
import java.util.Optional;

/** Which field of a template a field of an older form has become: the one of the same id, else the one that says it was called so. */
final class Successors {
    private final Template template;

    Successors(Template template) {
        this.template = template;
    }

    /** A field of the new form. */
    record Target(SheetDef sheet, Optional<Table> table, Field field) {
        /** Within the sheet, for a row of its table; 0 for a single field. */
        String path(int row) {
            return table.map(rows -> rows.id() + "[" + row + "]." + field.id()).orElse(field.id());
        }
    }

    /** @param sheet id of the older sheet  @param path as in {@link FieldMap.At} */
    Optional<Target> of(String sheet, String path) {
        Optional<SheetDef> def = template.sheet(sheet);
        int row = path.indexOf(FieldMap.ROW);
        if (row < 0) {
            return def.flatMap(found -> field(found.fields(), path).map(field -> new Target(found, Optional.empty(), field)));
        }
        Optional<Table> table = def.map(found -> found.tables().get(path.substring(0, row)));
        return table.flatMap(found -> field(found.fields(), path.substring(row + FieldMap.ROW.length() + 1)).map(field -> new Target(def.get(), table, field)));
    }

    private static Optional<Field> field(Map<String, Field> fields, String id) {
        return Optional.ofNullable(fields.get(id)).or(() -> fields.values().stream().filter(field -> field.formerly().contains(id)).findFirst());
    }
}
