package goalsheet.layout;

import static goalsheet.layout.Terms.binary;
import static goalsheet.layout.Terms.call;
import static goalsheet.layout.Terms.isZero;
import static goalsheet.layout.Terms.join;
import static goalsheet.layout.Terms.name;
import static goalsheet.layout.Terms.number;

import goalsheet.expr.Expr;
import goalsheet.expr.Expr.Operator;
import goalsheet.expr.Function;
import goalsheet.template.Field;
import goalsheet.template.SheetDef;
import goalsheet.template.Table;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** What the self-check says of a sheet as a whole, and on the list of sheets of each. */
final class SheetSummary {
    private static final Text MORE = Text.of("还差 ", "Still open: ");
    private static final Text PLACES = Text.of(" 处，见本列各行", " (see this column)");
    private static final Text ALL_MORE = Text.of("全表还差 ", "Still open in the workbook: ");
    private static final Text ALL_PLACES = Text.of(" 处", "");
    private static final Text DONE = Text.of("本表没有遗漏", "Nothing open here");
    private static final Text ALL_DONE = Text.of("全部填好，没有遗漏", "All filled in, nothing open");
    private static final Text NONE = Text.of("清单中的表都还没有填写", "None of the listed sheets is filled in yet");
    private static final Text LISTED_DONE = Text.of("已填好", "done");

    private final SheetDef def;
    private final Lang lang;

    SheetSummary(SheetDef def, Lang lang) {
        this.def = def;
        this.lang = lang;
    }

    /** The words that say that nothing is open. */
    static List<String> good(Lang lang) {
        return Stream.of(DONE, ALL_DONE, LISTED_DONE).map(text -> text.in(lang)).toList();
    }

    /** Above the sheet; where the sheets are listed, about all of them. */
    Expr message() {
        if (def.tables().values().stream().anyMatch(Table::perSheet)) {
            Expr open = call(Function.SUM, name(SelfCheck.ALL_OPEN));
            Expr told = call(Function.IF, isZero(open), words(ALL_DONE), join(words(ALL_MORE), open, words(ALL_PLACES)));
            return call(Function.IF, isZero(call(Function.SUM, name(SelfCheck.ALL_FILLED))), words(NONE), told);
        }
        Expr open = name(SelfCheck.OPEN);
        return started(call(Function.IF, isZero(open), words(DONE), join(words(MORE), open, words(PLACES))));
    }

    /** Beside a row that lists a sheet. */
    Expr listed() {
        Expr open = name(SelfCheck.LISTED_OPEN);
        Expr told = call(Function.IF, isZero(open), words(LISTED_DONE), join(words(MORE), open, words(ALL_PLACES)));
        return call(Function.IF, isZero(name(SelfCheck.LISTED_FILLED)), Terms.NOTHING, told);
    }

    /** Spare sheets are silent. */
    Expr started(Expr state) {
        return def.repeat().isPresent() ? call(Function.IF, binary(Operator.MORE, name(SelfCheck.FILLED), number(0)), state, Terms.NOTHING) : state;
    }

    /** How many entry and control cells of the sheet hold something. */
    Expr filled() {
        Stream<String> own = def.fields().values().stream().filter(field -> !field.isCalculated()).map(Field::id);
        Stream<String> rows = def.tables().values().stream().flatMap(table -> table.fields().values().stream().filter(field -> !field.isCalculated()).map(field -> table.id() + "." + field.id()));
        return Stream.concat(own, rows).<Expr>map(path -> call(Function.FILLED, name(SelfCheck.TYPED + path)))
                .reduce(number(0), (sum, filled) -> binary(Operator.ADD, sum, filled));
    }

    private Expr words(Text text) {
        return Terms.words(text.in(lang));
    }
}
