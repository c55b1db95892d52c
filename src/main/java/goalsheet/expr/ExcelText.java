package goalsheet.expr;

import goalsheet.expr.Expr.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of an expression as a spreadsheet formula, without the leading =. */
public final class ExcelText {

    /** What stands in the cells of a field. */
    public enum Content {
        NUMBER,
        TEXT,
        /** as entered: below 2 a fraction, from 2 on points */
        PERCENT,
        /** as calculated: always a fraction */
        FRACTION
    }

    /** @param range address of one cell or of a part of a column */
    public record Cells(String range, Content content) {
    }

    /** Where names stand. */
    public interface Places {
        /** The cells a name stands for, in as few ranges as possible; one for a single field or for a column of a table. */
        List<Cells> cells(String path);

        /** Names of the columns of a table that are filled in, as {@link #cells} takes them. */
        List<String> columns(String table);

        /** A number that the name stands for in this place, such as the number of the row; "" for a field. */
        String constant(String path);
    }

    private final Places places;
    /** Whether names stand for whole columns: then only what is calculated row by row may be used. */
    private final boolean rowWise;

    public ExcelText(Places places) {
        this(places, false);
    }

    private ExcelText(Places places, boolean rowWise) {
        this.places = places;
        this.rowWise = rowWise;
    }

    /**
     * A whole cell formula.
     *
     * @param percent whether the cell holds a fraction, while the expression gives points
     */
    public String formula(Expr expr, boolean percent) {
        if (!percent || isText(expr)) {
            return text(expr, 0);
        }
        if (expr instanceof Expr.Call call && call.function() == Function.IF) {
            List<Expr> parts = call.arguments();
            return "IF(" + text(parts.get(0), 0) + "," + formula(parts.get(1), true) + "," + formula(parts.get(2), true) + ")";
        }
        return text(expr, Operator.DIVIDE.strength) + "/100";
    }

    private boolean isText(Expr expr) {
        return expr instanceof Expr.Words || expr instanceof Expr.Name name && isCells(name) && only(name.path()).content() == Content.TEXT;
    }

    /** @param strength of the operator around; a weaker one inside gets brackets */
    private String text(Expr expr, int strength) {
        if (expr instanceof Expr.Number number) {
            return number.value().toPlainString();
        } else if (expr instanceof Expr.Words words) {
            return quote(words.text());
        } else if (expr instanceof Expr.Truth truth) {
            return truth.value() ? "TRUE" : "FALSE";
        } else if (expr instanceof Expr.Name name) {
            return isCells(name) ? single(only(name.path()), strength) : places.constant(name.path());
        } else if (expr instanceof Expr.Negative negative) {
            return "-" + text(negative.operand(), 5);
        } else if (expr instanceof Expr.Binary binary) {
            int own = binary.operator().strength;
            return brackets(part(binary.left(), binary.operator(), own) + binary.operator().sign + part(binary.right(), binary.operator(), own + 1), own, strength);
        }
        return call((Expr.Call) expr, strength);
    }

    private static String brackets(String text, int own, int strength) {
        return own < strength ? "(" + text + ")" : text;
    }

    /** Joined to something a cell is a text anyway. */
    private String part(Expr expr, Operator operator, int strength) {
        return operator == Operator.JOIN && isText(expr) && expr instanceof Expr.Name name ? only(name.path()).range() : text(expr, strength);
    }

    /** A number in a text field, such as a year that was typed, is the text of its digits; and a blank one is the empty text, not 0. */
    private static String single(Cells cells, int strength) {
        return switch (cells.content()) {
            case NUMBER -> cells.range();
            case TEXT -> brackets(cells.range() + "&\"\"", Operator.JOIN.strength, strength);
            case PERCENT -> "(" + cells.range() + "*" + scale(cells) + ")";
            case FRACTION -> "(" + cells.range() + "*100)";
        };
    }

    /** What makes points of a percentage as entered; without IF, which no program calculates for each cell of a column in an ordinary formula. */
    static String scale(Cells cells) {
        return "100^(" + cells.range() + "<2)";
    }

    private Cells only(String path) {
        return places.cells(path).get(0);
    }

    private boolean isCells(Expr expr) {
        return expr instanceof Expr.Name name && places.constant(name.path()).isEmpty();
    }

    private List<Cells> cells(Expr name) {
        return places.cells(path(name));
    }

    private static String path(Expr name) {
        return ((Expr.Name) name).path();
    }

    private String call(Expr.Call call, int strength) {
        List<Expr> arguments = call.arguments();
        Expr first = arguments.get(0);
        return switch (call.function()) {
            case SUM -> "SUM(" + all(arguments, Aggregate::sum) + ")";
            case MIN, MAX -> extreme(call);
            case BLANK -> brackets(blank(cell(first)), 0, strength);
            case NUMERIC -> "ISNUMBER(" + cell(first) + ")";
            case FILLED -> cells(first).stream().map(cells -> "SUMPRODUCT(1-(" + blank(cells.range()) + "))").collect(Collectors.joining("+", "(", ")"));
            case SUMIF -> sumIf(arguments);
            case LENGTH -> "LEN(" + text(first, 0) + ")";
            case COUNT -> arguments.size() == 1 ? entered(path(first)) : "SUMPRODUCT(--(" + new ExcelText(places, true).text(arguments.get(1), 0) + "))";
            case YEAR, MONTH, DAY -> "IF(AND(ISNUMBER(" + cell(first) + ")," + cell(first) + ">=" + Evaluator.FIRST_DAY + "," + cell(first) + "<" + Evaluator.END_OF_DAYS + "),"
                    + call.function() + "(" + cell(first) + "),0)";
            case AND -> rowWise ? combined(arguments, "*", strength) : plain(call);
            case OR -> rowWise ? combined(arguments, "+", strength) : plain(call);
            // Over a column NOT makes a truth of an error in LibreOffice.
            case NOT -> rowWise ? brackets(text(first, 2) + "=FALSE", 1, strength) : plain(call);
            case BARE -> bare(part(first, Operator.JOIN, Operator.JOIN.strength));
            case UNWEIGHTED -> unweighted(part(first, Operator.JOIN, Operator.JOIN.strength));
            case LOOKUP -> lookup(arguments, strength);
            case ROUND, ABS, IF -> plain(call);
        };
    }

    private String plain(Expr.Call call) {
        return call.function() + "(" + call.arguments().stream().map(argument -> text(argument, 0)).collect(Collectors.joining(",")) + ")";
    }

    /** AND and OR would make one truth of a whole column. */
    private String combined(List<Expr> conditions, String sign, int strength) {
        return conditions.size() == 1 ? text(conditions.get(0), strength)
                : brackets(conditions.stream().map(condition -> text(condition, 5)).collect(Collectors.joining(sign)) + ">0", 1, strength);
    }

    /** As it stands on the sheet. */
    private String cell(Expr name) {
        return isCells(name) ? only(path(name)).range() : places.constant(path(name));
    }

    /** No engine trims the full-width blank by itself, nor a line feed. */
    private static String blank(String cell) {
        return "TRIM(CLEAN(SUBSTITUTE(" + cell + ",\"\u3000\",\" \")))=\"\"";
    }

    private String entered(String table) {
        return places.columns(table).stream().map(column -> "(" + blank(only(column).range()) + ")").collect(Collectors.joining("*", "SUMPRODUCT(1-", ")"));
    }

    /** Not SUMIF: that one takes * and ? for any characters, > for a comparison, and long codes for equal that are not. */
    private String sumIf(List<Expr> arguments) {
        List<Cells> keys = cells(arguments.get(0));
        List<Cells> amounts = cells(arguments.get(2));
        String wanted = text(arguments.get(1), Operator.JOIN.strength);
        List<String> sums = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            // Between commas a text among the amounts is 0, multiplied it would be an error.
            sums.add(Aggregate.product("--(" + keys.get(i).range() + "&\"\"=" + wanted + "),", amounts.get(i)));
        }
        return sums.size() == 1 ? sums.get(0) : "(" + String.join("+", sums) + ")";
    }

    /** Arguments of a function that leaves blanks and texts out when they stand in cells. */
    private String all(List<Expr> arguments, java.util.function.Function<Cells, String> each) {
        return arguments.stream().flatMap(argument -> isCells(argument) ? cells(argument).stream().map(each) : Stream.of(text(argument, 0))).collect(Collectors.joining(","));
    }

    private String extreme(Expr.Call call) {
        String among = call.function() + "(" + all(call.arguments(), cells -> Aggregate.extreme(call.function(), cells)) + ")";
        List<Cells> cells = call.arguments().stream().filter(this::isCells).flatMap(name -> cells(name).stream()).toList();
        boolean isSure = !call.arguments().stream().allMatch(this::isCells) || cells.stream().allMatch(part -> part.content() == Content.NUMBER);
        return isSure ? among : Aggregate.orZero(cells, among);
    }

    private static String bare(String text) {
        String bare = "CLEAN(" + text + ")";
        for (String blank : List.of(" ", "\u3000", "\u00a0", "\u200b")) {
            bare = without(bare, blank);
        }
        return substitute(substitute(bare, "（", "("), "）", ")");
    }

    /** What stands from the first bracket on is a weight when nothing is left of it without the characters of weights. */
    private static String unweighted(String bare) {
        String bracket = "FIND(\"(\"," + bare + "&\"(\")";
        String behind = "MID(" + bare + "," + bracket + ",32767)";
        for (char character : ItemText.WEIGHT_CHARACTERS.toCharArray()) {
            behind = without(behind, String.valueOf(character));
        }
        return "IF(" + behind + "=\"\",LEFT(" + bare + "," + bracket + "-1)," + bare + ")";
    }

    private static String without(String text, String part) {
        return substitute(text, part, "");
    }

    private static String substitute(String text, String part, String other) {
        return "SUBSTITUTE(" + text + "," + quote(part) + "," + quote(other) + ")";
    }

    /** Not MATCH: that one takes * and ? for any characters. */
    private String lookup(List<Expr> arguments, int strength) {
        String keys = cells(arguments.get(0)).get(0).range();
        String first = keys.contains(":") ? keys.substring(0, keys.indexOf(':')) : keys;
        String row = "SUMPRODUCT((" + keys + "=" + text(arguments.get(1), Operator.JOIN.strength) + ")*(ROW(" + keys + ")-ROW(" + first + ")))";
        return brackets("INDEX(" + cells(arguments.get(2)).get(0).range() + ",1+" + row + ")&\"\"", Operator.JOIN.strength, strength);
    }

    private static String quote(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
