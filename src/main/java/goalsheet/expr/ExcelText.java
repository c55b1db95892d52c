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

    /** A whole cell formula; a lone text field shows nothing, not 0, while it is blank. */
    public String formula(Expr expr) {
        return expr instanceof Expr.Name name && places.isText(name.path()) ? text(expr, 3) + "&\"\"" : text(expr, 0);
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
        String constant = places.constant(path);
        if (!constant.isEmpty()) {
            return constant;
        }
        String cell = places.cells(path).get(0);
        return places.isPercent(path) ? "(" + cell + "*100)" : cell;
    }

    private String call(Expr.Call call) {
        List<Expr> arguments = call.arguments();
        return switch (call.function()) {
            case SUM, MIN, MAX -> call.function() + "(" + ranges(call) + ")";
            case BLANK -> blank(single(((Expr.Name) arguments.get(0)).path()));
            case FILLED -> places.cells(((Expr.Name) arguments.get(0)).path()).stream()
                    .map(range -> "SUMPRODUCT(--NOT(" + blank(range) + "))").collect(Collectors.joining("+", "(", ")"));
            case SUMIF -> "SUMIF(" + range(arguments.get(0)) + "," + text(arguments.get(1), 0) + "," + range(arguments.get(2)) + ")";
            case LENGTH -> "LEN(" + text(arguments.get(0), 0) + ")";
            case ROUND, ABS, IF, AND, OR, NOT -> call.function() + "(" + arguments.stream().map(argument -> text(argument, 0)).collect(Collectors.joining(",")) + ")";
        };
    }

    /** No engine trims the full-width blank by itself. */
    private static String blank(String cell) {
        return "TRIM(SUBSTITUTE(" + cell + ",\"\u3000\",\" \"))=\"\"";
    }

    private String range(Expr name) {
        return places.cells(((Expr.Name) name).path()).get(0);
    }

    private String ranges(Expr.Call call) {
        List<String> parts = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            if (argument instanceof Expr.Name name && places.constant(name.path()).isEmpty()) {
                String cells = String.join(",", places.cells(name.path()));
                parts.add(places.isPercent(name.path()) ? call.function() + "(" + cells + ")*100" : cells);
            } else {
                parts.add(text(argument, 0));
            }
        }
        return String.join(",", parts);
    }

    private static String quote(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
