package goalsheet.template;

import goalsheet.expr.Expr;
import goalsheet.expr.Type;
import java.util.List;
import java.util.Optional;

/** What the names in expressions stand for, seen from a sheet or from a row of one of its tables. */
public final class FieldNames {
    /** The number of the row within its table, or of the sheet among its kind. */
    public static final String NUMBER = "n";

    /** How far a name reaches. */
    public enum Reach {
        /** the same row of the table */
        ROW,
        /** one or more single fields of a sheet of which there is one, or of the same sheet */
        SHEET,
        /** every row of a table */
        COLUMN,
        /** each row of a table in turn, in the condition of a count */
        EACH,
        /** everything that is filled in in a table */
        TABLE,
        /** the repeated sheet that the row lists */
        LISTED,
        /** every sheet of the repeated kind */
        ALL
    }

    /**
     * @param sheet  where the fields are defined
     * @param table  id of their table, "" for single fields
     * @param fields one, or a group
     * @param group  whether the name stands for a group of fields
     */
    public record Target(SheetDef sheet, String table, List<Field> fields, boolean group, Reach reach) {
        public Type type() {
            boolean numeric = fields.stream().allMatch(field -> field.type().isNumeric());
            if (reach == Reach.TABLE) {
                return Type.TABLE;
            }
            boolean many = group || reach == Reach.COLUMN || reach == Reach.ALL;
            return many ? numeric ? Type.NUMBERS : Type.TEXTS : numeric ? Type.NUMBER : Type.TEXT;
        }
    }

    private final List<SheetDef> sheets;

    public FieldNames(List<SheetDef> sheets) {
        this.sheets = sheets;
    }

    /**
     * @param from  the sheet the expression stands in
     * @param table the table whose row it stands in, "" for none
     * @return empty when there is no such field, and for {@link #NUMBER}
     */
    public Optional<Target> resolve(SheetDef from, String table, String name) {
        int each = name.indexOf(Expr.Name.EACH);
        if (each >= 0) {
            Table counted = from.tables().get(name.substring(0, each));
            String field = name.substring(each + Expr.Name.EACH.length());
            return counted != null && counted.fields().containsKey(field)
                    ? Optional.of(new Target(from, counted.id(), List.of(counted.fields().get(field)), false, Reach.EACH)) : resolve(from, table, field);
        }
        Table rowTable = from.tables().get(table);
        if (rowTable != null && rowTable.fields().containsKey(name)) {
            return Optional.of(new Target(from, table, List.of(rowTable.fields().get(name)), false, Reach.ROW));
        }
        return within(from, name).or(() -> elsewhere(rowTable, name)).or(() -> whole(from, name));
    }

    /** Names of the fields of a table that are filled in, each standing for its whole column. */
    public List<String> columns(SheetDef from, String table) {
        return whole(from, table).map(Target::fields).orElse(List.of()).stream().map(field -> table + Expr.Name.EACH + field.id()).toList();
    }

    private static Optional<Target> whole(SheetDef sheet, String table) {
        return Optional.ofNullable(sheet.tables().get(table)).map(known ->
                new Target(sheet, table, known.fields().values().stream().filter(field -> !field.isCalculated()).toList(), true, Reach.TABLE));
    }

    /** The kind of value a name stands for. */
    public Optional<Type> type(SheetDef from, String table, String name) {
        return name.equals(NUMBER) ? Optional.of(Type.NUMBER) : resolve(from, table, name).map(Target::type);
    }

    private static Optional<Target> within(SheetDef sheet, String name) {
        Field single = sheet.fields().get(name);
        if (single != null) {
            return Optional.of(new Target(sheet, "", List.of(single), false, Reach.SHEET));
        }
        List<Field> group = sheet.fields().values().stream().filter(field -> field.id().startsWith(name + ".")).toList();
        if (!group.isEmpty()) {
            return Optional.of(new Target(sheet, "", group, true, Reach.SHEET));
        }
        return sheet.field(name).map(field -> new Target(sheet, name.substring(0, name.indexOf('.')), List.of(field), false, Reach.COLUMN));
    }

    private Optional<Target> elsewhere(Table rowTable, String name) {
        int dot = name.indexOf('.');
        Optional<SheetDef> other = dot < 0 ? Optional.empty()
                : sheets.stream().filter(sheet -> sheet.id().equals(name.substring(0, dot))).findFirst();
        Optional<Target> target = other.flatMap(sheet -> within(sheet, name.substring(dot + 1)));
        if (target.isEmpty() || other.get().repeat().isEmpty()) {
            return target;
        }
        if (target.get().reach() != Reach.SHEET || target.get().group()) {
            return Optional.empty();
        }
        boolean listed = rowTable != null && rowTable.over().equals(other.get().id());
        return target.map(found -> new Target(found.sheet(), "", found.fields(), false, listed ? Reach.LISTED : Reach.ALL));
    }
}
