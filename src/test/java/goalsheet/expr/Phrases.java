package goalsheet.expr;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Random expressions of right types over the names of a {@link Scene}, and random things that stand in its cells. */
final class Phrases {
    private static final List<String> TEXTS = List.of("", "　", " 　", "\n", "预算", "产出指标", "abc", "ABC", "aBc", "*", "?", "~*", "产*", "=1", ">5", "<>", "\"引\"", "a\"b", "12", "012", "12.0", "-1",
            "TRUE", "123456789012345678", "123456789012345679", "abc ", " abc", "A1", "=A1", "'x");
    private static final List<String> WRONG = List.of("　", " ", "abc", "十二", "x1", "--", "");

    private final Random random;
    /** Names within the condition of a count are those of a row, too. */
    private boolean inRow;

    Phrases(long seed) {
        random = new Random(seed);
    }

    Object cell(String name, int row) {
        // Not in a column of texts: joined to something, LibreOffice loses an error there.
        if (random.nextInt(100) == 0 && !name.equals("col.k") && !name.equals("col.l")) {
            return Scene.ERROR;
        }
        if (name.equals("d") || name.equals("col.e")) {
            return one(() -> null, () -> whole(1), () -> new BigDecimal(40_000 + random.nextInt(9_000)), () -> new BigDecimal("45000.75"),
                    () -> new BigDecimal(pick(List.of("0", "-1", "1", "59", "60", "61", "62", "2958465", "2958465.5", "2958466"))), () -> pick(WRONG), () -> pick(List.of("2023-01-15", "2023年1月15日", "45000")));
        }
        return switch (Scene.content(name)) {
            case NUMBER -> one(() -> null, () -> whole(20), () -> cents(100_000), () -> cents(10), () -> pick(List.of("12", "-3.5", "0", "007")), () -> pick(WRONG));
            case TEXT -> one(() -> null, () -> pick(TEXTS), () -> pick(TEXTS), () -> new BigDecimal(pick(List.of("12", "2023", "-1", "0", "1.5", "0.1"))));
            case PERCENT -> one(() -> null, () -> cents(1), () -> cents(1), () -> whole(100).abs(), () -> new BigDecimal(pick(List.of("0", "1", "1.5", "1.99", "2", "0.005", "100", "1.01", "0.99"))),
                    () -> random.nextInt(3) == 0 ? pick(WRONG) : null, () -> random.nextInt(3) == 0 ? pick(List.of("20", "0.2", "20%x")) : cents(1));
            case FRACTION -> one(() -> cents(2), () -> whole(3), () -> random.nextInt(3) == 0 ? "" : cents(1));
        };
    }

    private BigDecimal whole(int most) {
        return new BigDecimal(random.nextInt(2 * most + 1) - most);
    }

    private BigDecimal cents(int most) {
        return BigDecimal.valueOf(random.nextInt(100 * most + 1) - (random.nextInt(4) == 0 ? 50L * most : 0), 2);
    }

    String any() {
        return one(() -> number(4), () -> number(3), () -> text(3), () -> truth(3), () -> count(3));
    }

    private String number(int depth) {
        if (depth <= 0) {
            return one(this::literal, this::numberName, this::numberName);
        }
        if (inRow) {
            return one(() -> number(0), () -> number(0), () -> arithmetic(depth), () -> "round(" + number(depth - 1) + ", " + random.nextInt(3) + ")", () -> "abs(" + number(depth - 1) + ")", () -> "length(" + text(depth - 1) + ")");
        }
        return one(() -> number(0), () -> arithmetic(depth), () -> arithmetic(depth), () -> "-" + number(0), () -> certain(depth), () -> certain(depth),
                () -> "if(" + truth(depth - 1) + ", " + number(depth - 1) + ", " + number(depth - 1) + ")");
    }

    /** A number or an error, but never the text that stands in the cell of a number: every program puts two texts into an order of its own. */
    private String certain(int depth) {
        if (depth <= 0 || inRow && random.nextBoolean()) {
            return literal();
        }
        if (inRow) {
            return one(() -> arithmetic(depth), () -> "abs(" + number(depth - 1) + ")");
        }
        return one(this::literal, () -> arithmetic(depth), () -> "round(" + number(depth - 1) + ", " + random.nextInt(3) + ")", () -> "abs(" + number(depth - 1) + ")",
                () -> aggregate(depth), () -> aggregate(depth), () -> "length(" + text(depth - 1) + ")", () -> "filled(" + pick(List.of("g", "col.k", "col.v", "col.g", "col.e")) + ")",
                () -> "sumif(" + pick(List.of("col.k", "col.l")) + ", " + plainText() + ", " + pick(List.of("col.v", "col.w", "col.g", "col.h")) + ")", () -> count(depth),
                () -> pick(List.of("year", "month", "day")) + "(" + pick(List.of("d", "a", "b")) + ")");
    }

    private String arithmetic(int depth) {
        return "(" + number(depth - 1) + " " + pick(List.of("+", "-", "*", "/", "+", "-")) + " " + number(depth - 1) + ")";
    }

    private String aggregate(int depth) {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            parts.add(one(this::numberName, () -> pick(List.of("g", "col.v", "col.w", "col.g", "col.h", "col.e")), () -> pick(List.of("g", "col.g", "p", "q")), () -> certain(depth - 1)));
        }
        return pick(List.of("sum", "min", "max")) + "(" + String.join(", ", parts) + ")";
    }

    private String count(int depth) {
        if (random.nextInt(6) == 0) {
            return "count(col)";
        }
        inRow = true;
        String condition = "and(" + truth(depth - 1) + ", " + (random.nextInt(3) == 0 ? "not(blank(k))" : "k = k") + ")";
        String alone = pick(List.of("v = " + number(1), "k = " + text(1), "numeric(" + pick(List.of("v", "g", "e")) + ")", "not(blank(" + pick(List.of("k", "v", "g", "h", "e")) + "))", "g >= " + certain(1)));
        inRow = false;
        return "count(col, " + (random.nextBoolean() ? condition : alone) + ")";
    }

    private String text(int depth) {
        if (depth <= 0) {
            return one(() -> quoted(pick(TEXTS)), this::textName, this::textName);
        }
        if (inRow) {
            return one(() -> text(0), () -> text(0), () -> text(depth - 1) + " & " + text(0));
        }
        return one(() -> text(0), () -> text(depth - 1) + " & " + one(() -> text(0), this::numberName, () -> "round(" + number(depth - 1) + ", 2)"),
                () -> "if(" + truth(depth - 1) + ", " + text(depth - 1) + ", " + text(depth - 1) + ")");
    }

    private String plainText() {
        return one(() -> text(0), () -> text(0) + " & " + text(0));
    }

    private String truth(int depth) {
        if (depth <= 0) {
            return one(() -> "blank(" + one(this::numberName, this::textName) + ")", () -> "numeric(" + numberName() + ")", () -> number(0) + " = " + number(0), () -> text(0) + " = " + text(0));
        }
        return one(() -> truth(0), () -> number(depth - 1) + " " + pick(List.of("<", "<=", ">", ">=")) + " " + certain(depth - 1), () -> number(depth - 1) + " " + pick(List.of("=", "<>")) + " " + number(depth - 1),
                () -> text(depth - 1) + " " + pick(List.of("=", "<>")) + " " + text(depth - 1), () -> "not(" + truth(depth - 1) + ")",
                () -> pick(List.of("and", "or")) + "(" + random.ints(1 + random.nextInt(3)).mapToObj(i -> truth(depth - 1)).collect(Collectors.joining(", ")) + ")",
                () -> "(" + truth(depth - 1) + ") " + pick(List.of("=", "<>")) + " (" + truth(depth - 1) + ")");
    }

    private String literal() {
        return pick(List.of("0", "1", "2", "0.5", "10", "12", "20", "50", "100", "3.75", "1000"));
    }

    private String numberName() {
        return pick(inRow && random.nextInt(4) > 0 ? List.of("v", "w", "g", "h") : List.of("a", "b", "p", "q", "g.x", "g.y", "f"));
    }

    private String textName() {
        return pick(inRow && random.nextInt(4) > 0 ? List.of("k", "l") : List.of("t", "u"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    private <T> T one(Supplier<T>... choices) {
        return choices[random.nextInt(choices.length)].get();
    }
}
