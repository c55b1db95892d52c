package goalsheet.xlsx.styled;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formulas as cells hold them. */
final class Expressions {
    /** Of a text within a formula, and of a place that HYPERLINK leads to. */
    private static final int LONGEST_LITERAL = 255;
    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]+)}");

    private Expressions() {
    }

    /** Whether a link leads anywhere and can be written as a formula. */
    static boolean isLinkable(Fill.Link link) {
        return !link.target().isEmpty() && isLiteral(link.target()) && isLiteral(link.words());
    }

    private static boolean isLiteral(String text) {
        return text.length() <= LONGEST_LITERAL && text.chars().noneMatch(Character::isISOControl) && text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF || c >= 0xFFFE && c <= 0xFFFF);
    }

    /** Hyperlinks proper are held in memory and end at 65,530 a sheet; the function has no such limit. */
    static String link(Fill.Link link) {
        return "HYPERLINK(" + literal(link.target()) + "," + literal(link.words()) + ")";
    }

    private static String literal(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** @param cells addresses of what stands in braces; empty when the layout does not hold all of them */
    static Optional<String> resolve(String formula, Function<String, Optional<String>> cells) {
        Matcher matcher = TOKEN.matcher(formula);
        StringBuilder resolved = new StringBuilder();
        while (matcher.find()) {
            Optional<String> cell = cells.apply(matcher.group(1));
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(cell.get()));
        }
        return Optional.of(matcher.appendTail(resolved).toString());
    }
}
