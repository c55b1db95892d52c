package goalsheet.template;

import goalsheet.expr.Expr;
import goalsheet.expr.ExpressionException;
import goalsheet.expr.Function;
import goalsheet.expr.Type;
import goalsheet.expr.TypeCheck;
import goalsheet.template.FieldNames.Target;
import goalsheet.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the expressions of a template: their names and types, what no formula can say, and that none depends on itself. */
final class FormulaCheck {
    private final TemplateReader in;
    private final Template template;
    private final Map<Object, Integer> lines;
    private final FieldNames names;
    private final Set<String> sound = new HashSet<>();

    FormulaCheck(TemplateReader in, Template template, Map<Object, Integer> lines) {
        this.in = in;
        this.template = template;
        this.lines = lines;
        this.names = new FieldNames(template.sheets());
    }

    /** An expression that stands in a cell. */
    void cell(SheetDef sheet, String table, Expr expr) {
        value(sheet, table, expr).filter(type -> type == Type.TRUTH).ifPresent(type -> in.wrong(in.place(expr),
                "单元格中不能放真假判断，请写成 if(条件, \"是\", \"否\")", "a cell cannot hold a condition; write if(condition, \"yes\", \"no\")"));
    }

    /** An expression that is true or false. */
    void condition(SheetDef sheet, String table, Expr expr) {
        value(sheet, table, expr).filter(type -> type != Type.TRUTH)
                .ifPresent(type -> in.wrong(in.place(expr), "此处应为真假判断，而不是" + type.label().zh(), "a condition is wanted here, not " + type.label().en()));
    }

    /** An expression that gives one value of whatever kind. */
    Optional<Type> value(SheetDef sheet, String table, Expr expr) {
        try {
            Type type = new TypeCheck(name -> names.type(sheet, table, name)).type(expr);
            if (type.isMany()) {
                in.wrong(in.place(expr), "此处应为一个值，而不是" + type.label().zh(), "one value is wanted here, not " + type.label().en());
            }
            combinations(sheet, table, expr, in.place(expr));
            return Optional.of(type);
        } catch (ExpressionException e) {
            in.wrong(in.place(expr), e);
            return Optional.empty();
        }
    }

    /** What the types allow but a spreadsheet's formula cannot say: percentages are fractions there, columns must be of one table. */
    private void combinations(SheetDef sheet, String table, Expr expr, YamlNode place) throws ExpressionException {
        List<Target> fields = expr.parts().stream().filter(Expr.Name.class::isInstance)
                .map(name -> names.resolve(sheet, table, ((Expr.Name) name).path())).flatMap(Optional::stream).toList();
        List<Boolean> percent = fields.stream().flatMap(target -> target.fields().stream()).map(field -> field.type() == FieldType.PERCENT).distinct().toList();
        boolean mixedGroup = fields.stream().anyMatch(target -> target.fields().stream().map(field -> field.type() == FieldType.PERCENT).distinct().count() > 1);
        if (expr instanceof Expr.Call call) {
            rows(sheet, table, call);
            dates(call, fields);
            boolean compared = call.function() == Function.MIN || call.function() == Function.MAX;
            if (mixedGroup && call.function() != Function.FILLED && call.function() != Function.COUNT || compared && percent.size() > 1) {
                in.wrong(place, "百分比不能与其他数字放在一起计算", "percentages cannot be taken together with other numbers");
            }
            if (call.function() == Function.SUMIF && !sameRows(sheet, table, call)) {
                in.wrong(place, "sumif 的两列应在同一个表格中", "the two columns of sumif must be of one table");
            }
        }
        for (Expr part : expr.parts()) {
            combinations(sheet, table, part, place);
        }
    }

    private void rows(SheetDef sheet, String table, Expr.Call call) throws ExpressionException {
        if (call.function() != Function.COUNT) {
            return;
        }
        if (call.arguments().size() == 1 && names.columns(sheet, ((Expr.Name) call.arguments().get(0)).path()).isEmpty()) {
            throw new ExpressionException(Text.of("该表格没有需要填写的字段，请写明条件", "nothing is filled in in this table; give a condition"), call.column());
        }
        if (call.arguments().size() == 2 && call.arguments().get(1).names().flatMap(name -> names.resolve(sheet, table, name).stream())
                .noneMatch(target -> target.reach() == FieldNames.Reach.EACH)) {
            throw new ExpressionException(Text.of("条件中没有用到该表格的字段", "the condition uses no field of the table"), call.arguments().get(1).column());
        }
    }

    private static void dates(Expr.Call call, List<Target> fields) throws ExpressionException {
        boolean isDate = fields.stream().flatMap(target -> target.fields().stream()).anyMatch(field -> field.type() == FieldType.DATE);
        if (List.of(Function.YEAR, Function.MONTH, Function.DAY).contains(call.function()) && !isDate) {
            throw new ExpressionException(Text.of("此处应为日期字段", "a date field is wanted here"), call.arguments().get(0).column());
        }
    }

    private boolean sameRows(SheetDef sheet, String table, Expr.Call call) {
        Target keys = names.resolve(sheet, table, ((Expr.Name) call.arguments().get(0)).path()).orElseThrow();
        Target amounts = names.resolve(sheet, table, ((Expr.Name) call.arguments().get(2)).path()).orElseThrow();
        return keys.sheet() == amounts.sheet() && keys.table().equals(amounts.table()) && keys.reach() == amounts.reach() && !keys.group() && !amounts.group();
    }

    /** Tells every formula that depends on its own result. */
    void cycles() {
        for (SheetDef sheet : template.sheets()) {
            sheet.fields().values().forEach(field -> follow(sheet, "", field, new ArrayDeque<>()));
            sheet.tables().values().forEach(table -> table.fields().values().forEach(field -> follow(sheet, table.id(), field, new ArrayDeque<>())));
        }
    }

    /** @param way paths of the fields on the way here; the rows of a table and the sheets of a kind are all alike */
    private void follow(SheetDef sheet, String table, Field field, Deque<String> way) {
        String cell = sheet.id() + "." + (table.isEmpty() ? "" : table + ".") + field.id();
        if (field.formula().isEmpty() || sound.contains(cell)) {
            return;
        }
        if (way.contains(cell)) {
            List<String> circle = new ArrayList<>(way);
            circle.subList(0, circle.indexOf(cell)).clear();
            circle.add(cell);
            in.wrong(lines.get(field), "公式循环：" + String.join(" → ", circle), "a formula depends on itself: " + String.join(" → ", circle));
            sound.addAll(way);
            return;
        }
        way.addLast(cell);
        field.formula().get().names().forEach(name -> names.resolve(sheet, table, name).ifPresent(target ->
                target.fields().forEach(used -> follow(target.sheet(), target.table(), used, way))));
        way.removeLast();
        sound.add(cell);
    }
}
