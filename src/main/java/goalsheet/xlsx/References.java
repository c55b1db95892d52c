package goalsheet.xlsx;

import java.util.Optional;

/** The references in a formula: what it says apart from them, and how it reads once the cells it points at have moved. */
public final class References {
    private static final String GONE = "#REF!";

    /** Where cells are now. */
    public interface Moves {
        /** @return what a sheet is called now */
        String sheet(String name);

        /**
         * @param sheet as the formula names it, "" for the formula's own
         * @return the area now; empty when it is gone
         */
        Optional<Area> area(String sheet, Area area);
    }

    private References() {
    }

    /** The formula without its references, broken ones included: the same for cells that calculate alike, wherever they and what they look at may stand. */
    public static String skeleton(String formula) {
        String normal = Formulas.normal(formula.replace(GONE, "A1"));
        StringBuilder out = new StringBuilder(normal.length());
        FormulaTokens tokens = new FormulaTokens(normal, 0);
        int sheet = -1;
        while (tokens.next()) {
            boolean word = tokens.kind() == FormulaTokens.Kind.WORD;
            if ((word || tokens.kind() == FormulaTokens.Kind.QUOTED) && tokens.following() == '!') {
                sheet = out.length();
            }
            if (word && tokens.following() != '(' && ref(normal, tokens).isPresent()) {
                reference(out, sheet < 0 ? out.length() : sheet);
            } else {
                tokens.copyTo(out);
            }
            sheet = tokens.is('!') || tokens.following() == '!' ? sheet : -1;
        }
        return out.toString();
    }

    /** A cell and a range are written alike, without the sheet they are on. */
    private static void reference(StringBuilder out, int from) {
        out.setLength(from);
        int length = out.length();
        if (length >= 2 && out.charAt(length - 1) == ':' && out.charAt(length - 2) == '#') {
            out.setLength(length - 1);
        } else {
            out.append('#');
        }
    }

    /** The sheet that the first reference to another sheet names; empty when there is none. */
    public static Optional<String> sheet(String formula) {
        FormulaTokens tokens = new FormulaTokens(formula, 0);
        while (tokens.next()) {
            if ((tokens.kind() == FormulaTokens.Kind.WORD || tokens.kind() == FormulaTokens.Kind.QUOTED) && tokens.following() == '!') {
                return Optional.of(sheetName(formula, tokens));
            }
        }
        return Optional.empty();
    }

    private static String sheetName(String formula, FormulaTokens tokens) {
        String written = formula.substring(tokens.start(), tokens.end());
        return (tokens.kind() == FormulaTokens.Kind.QUOTED ? written.substring(1, Math.max(1, written.length() - 1)).replace("''", "'") : written).replace("$", "");
    }

    /** The formula as spreadsheet programs rewrite it when rows, columns or sheets it points at move; what is gone becomes {@code #REF!}. */
    public static String follow(String formula, Moves moves) {
        StringBuilder out = new StringBuilder(formula.length() + 8);
        FormulaTokens tokens = new FormulaTokens(formula, 0);
        String sheet = "";
        while (tokens.next()) {
            FormulaTokens.Kind kind = tokens.kind();
            if ((kind == FormulaTokens.Kind.WORD || kind == FormulaTokens.Kind.QUOTED) && tokens.following() == '!') {
                sheet = sheetName(formula, tokens);
                out.append('\'').append(moves.sheet(sheet).replace("'", "''")).append('\'');
                continue;
            }
            Optional<Ref> first = kind == FormulaTokens.Kind.WORD && tokens.following() != '(' ? ref(formula, tokens) : Optional.empty();
            if (first.isEmpty()) {
                tokens.copyTo(out);
                sheet = tokens.is('!') ? sheet : "";
                continue;
            }
            Optional<Ref> last = tokens.following() == ':' ? second(formula, tokens) : Optional.empty();
            Optional<Area> area = moves.area(sheet, new Area(first.get(), last.orElse(first.get())));
            out.append(area.map(now -> last.isPresent() ? now.first() + ":" + now.last() : now.first().toString()).orElse(GONE));
            sheet = "";
        }
        return out.toString();
    }

    /** The other end of a range; the tokens then stand on it. */
    private static Optional<Ref> second(String formula, FormulaTokens tokens) {
        FormulaTokens ahead = new FormulaTokens(formula, tokens.end() + 1);
        if (!ahead.next() || ahead.kind() != FormulaTokens.Kind.WORD) {
            return Optional.empty();
        }
        Optional<Ref> last = ref(formula, ahead);
        if (last.isPresent()) {
            tokens.skip(ahead.end() - tokens.end());
        }
        return last;
    }

    private static Optional<Ref> ref(String formula, FormulaTokens tokens) {
        char first = formula.charAt(tokens.start());
        char last = formula.charAt(tokens.end() - 1);
        // Looks before it parses: most words are functions and numbers.
        if (last < '0' || last > '9' || first >= '0' && first <= '9' || tokens.end() - tokens.start() > 12) {
            return Optional.empty();
        }
        try {
            return Optional.of(Ref.parse(formula.substring(tokens.start(), tokens.end())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
