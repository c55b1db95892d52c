package goalsheet.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The text of an expression as a spreadsheet formula, without the leading =. */
public final class ExcelText {

    /** Where names stand. */
    public interface Places {
        /** Addresses of the cells a name stands for, as few ranges as possible; one entry for a single field. */
        List<String> cells(String path);

        /** Whether the cells hold fractions that mean points. */
        boolean isPercent(String path);

        /** Whether the cells hold text. */
        boolean isText(String path);

        /** A number that the name stands for in this place, such as the number of the row; "" for a field. */
        String constant(String path);
    }

    private final Places places;

    public ExcelText(Places places) {
        this.places = places;
    }

    /**
     * A whole cell formula; a lone text field shows nothing, not 0, while it is blank.
     *
     * @param percent whether the cell holds a fraction, while the expression gives points
     */
    public String formula(Expr expr, boolean percent) {
        if (expr instanceof Expr.Call call && call.function() == Function.IF) {
            List<Expr> parts = call.arguments();
            return "IF(" + text(parts.get(0), 0) + "," + formula(parts.get(1), percent) + "," + formula(parts.get(2), percent) + ")";
        }
        if (expr instanceof Expr.Name name && places.constant(name.path()).isEmpty() && (places.isText(name.path()) || percent && places.isPercent(name.path()))) {
            String cell = places.cells(name.path()).get(0);
            return places.isText(name.path()) ? cell + "&\"\"" : cell;
        }
        return percent && !(expr instanceof Expr.Words) ? text(expr, 4) + "/100" : text(expr, 0);
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
            return single(name.path());
        } else if (expr instanceof Expr.Negative negative) {
            return "-" + text(negative.operand(), 5);
        } else if (expr instanceof Expr.Binary binary) {
            int own = binary.operator().strength;
            String both = text(binary.left(), own) + binary.operator().sign + text(binary.right(), own + 1);
            return own < strength ? "(" + both + ")" : both;
        }
        Expr.Call call = (Expr.Call) expr;
        String text = call(call);
        return call.function() == Function.BLANK && strength > 0 ? "(" + text + ")" : text;
    }

    private String single(String path) {
        return places.isPercent(path) ? "(" + cell(path) + "*100)" : cell(path);
    }

    /** As it stands on the sheet: a percentage is a fraction, and a blank one is blank, which a hundred times nothing is not. */
    private String cell(String path) {
        String constant = places.constant(path);
        return constant.isEmpty() ? places.cells(path).get(0) : constant;
    }

    private String call(Expr.Call call) {
        List<Expr> arguments = call.arguments();
        return switch (call.function()) {
            case SUM -> "SUM(" + ranges(call, false) + ")";
            case MIN, MAX -> ofFractions(call) ? "(" + call.function() + "(" + ranges(call, true) + ")*100)" : call.function() + "(" + ranges(call, false) + ")";
            case BLANK -> blank(cell(path(arguments.get(0))));
            case NUMERIC -> "ISNUMBER(" + cell(path(arguments.get(0))) + ")";
            case FILLED -> places.cells(path(arguments.get(0))).stream()
                    .map(range -> "SUMPRODUCT(--NOT(" + blank(range) + "))").collect(Collectors.joining("+", "(", ")"));
            case SUMIF -> sumIf(arguments);
            case LENGTH -> "LEN(" + text(arguments.get(0), 0) + ")";
            case ROUND, ABS, IF, AND, OR, NOT -> call.function() + "(" + arguments.stream().map(argument -> text(argument, 0)).collect(Collectors.joining(",")) + ")";
        };
    }

    /** No engine trims the full-width blank by itself. */
    private static String blank(String cell) {
        return "TRIM(SUBSTITUTE(" + cell + ",\"\u3000\",\" \"))=\"\"";
    }

    /** Not SUMIF: that one takes * and ? for any characters, > for a comparison, and long codes for equal that are not. */
    private String sumIf(List<Expr> arguments) {
        List<String> keys = places.cells(path(arguments.get(0)));
        List<String> amounts = places.cells(path(arguments.get(2)));
        List<String> sums = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            sums.add("SUMPRODUCT(--(" + keys.get(i) + "=" + text(arguments.get(1), 2) + ")," + amounts.get(i) + ")");
        }
        String sum = sums.size() == 1 ? sums.get(0) : "(" + String.join("+", sums) + ")";
        return places.isPercent(path(arguments.get(2))) ? "(" + sum + "*100)" : sum;
    }

    private static String path(Expr name) {
        return ((Expr.Name) name).path();
    }

    /** Whether the cells are compared as the fractions they hold: multiplied first, a blank one would turn from nothing into 0. */
    private boolean ofFractions(Expr.Call call) {
        return call.arguments().stream().anyMatch(argument -> isCells(argument) && places.isPercent(path(argument)));
    }

    private boolean isCells(Expr expr) {
        return expr instanceof Expr.Name name && places.constant(name.path()).isEmpty();
    }

    /** The arguments of a function that leaves blanks and texts out when they stand in cells. */
    private String ranges(Expr.Call call, boolean fractions) {
        List<String> parts = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            if (isCells(argument)) {
                String cells = String.join(",", places.cells(path(argument)));
                parts.add(places.isPercent(path(argument)) && !fractions ? call.function() + "(" + cells + ")*100" : cells);
            } else {
                parts.add(fractions ? text(argument, 4) + "/100" : text(argument, 0));
            }
        }
        return String.join(",", parts);
    }

    private static String quote(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
