package goalsheet.rule.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit as prose states it: 600人 in "培训600人次，合格率不低于95%".
 *
 * @param number as written, without commas
 * @param unit   the longest known one that follows; never ""
 * @param text   number and unit as written
 * @param before the words before it, back to the last stop
 * @param after  the words behind it, up to the next stop
 */
public record Figure(BigDecimal number, String unit, String text, String before, String after) {
    /** Titles, document numbers and list numbers hold digits that count nothing; 1.5 at the start of a line may be either. */
    private static final Pattern NOT_PROSE = Pattern.compile("《[^《》]*》|[〔\\[]\\d{4}[〕\\]]第?\\d*号?"
            + "|(?m)^ *(?:\\d{1,2}[.、](?:\\d+)?|[（(]\\d{1,2}[)）]|\\d{1,2}[)）])");
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z\\d.第〔-])\\d+(?:,\\d{3})*(?:\\.\\d+)?");
    private static final Pattern ANY_NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");
    private static final String STOPS = "，,。.；;\n";
    private static final int LONGEST_UNIT = 6;

    /** The figures of a text in order; years, dates, ordinals, model codes and numbers without a known unit are none. */
    public static List<Figure> of(String text) {
        String prose = NOT_PROSE.matcher(Spelling.tidy(text)).replaceAll(match -> "\n");
        List<Figure> figures = new ArrayList<>();
        Matcher match = NUMBER.matcher(prose);
        while (match.find()) {
            String unit = unit(prose, match.end());
            if (!unit.isEmpty()) {
                int end = prose.indexOf(unit, match.end()) + unit.length();
                figures.add(new Figure(number(match.group()), unit, match.group() + unit, back(prose, match.start()), ahead(prose, end)));
            }
        }
        return figures;
    }

    /** Every number in a text, with or without unit, also as 万 and 亿 spell it out, and in Chinese characters: 1.2万 is 1.2 and 12000, 百分之九十五 is 95. */
    public static Set<BigDecimal> numbers(String text) {
        Set<BigDecimal> numbers = new TreeSet<>();
        String plain = Spelling.tidy(text);
        Matcher match = ANY_NUMBER.matcher(plain);
        while (match.find()) {
            numbers.add(number(match.group()));
            numbers.add(spelledOut(number(match.group()), plain.substring(match.end()).strip()));
        }
        chinese(plain, numbers);
        return numbers;
    }

    private static void chinese(String plain, Set<BigDecimal> numbers) {
        Cursor in = new Cursor(plain);
        while (in.at < plain.length()) {
            boolean begins = !Spelling.isDigit(in.peek()) && Numerals.begins(in.peek()) || in.sees("百分之") || in.sees("千分之");
            Optional<Numerals.Number> number = begins ? Numerals.read(in) : Optional.empty();
            number.ifPresent(read -> {
                numbers.add(read.value());
                numbers.add(spelledOut(read.value(), in.rest().strip()));
            });
            in.at += number.isEmpty() ? 1 : 0;
        }
    }

    /** The number in ones: 1.2万人 is 12000. */
    public BigDecimal spelledOut() {
        return spelledOut(number, unit);
    }

    private static BigDecimal spelledOut(BigDecimal number, String unit) {
        return unit.startsWith("万") ? number.movePointRight(4) : unit.startsWith("亿") ? number.movePointRight(8) : number;
    }

    private static BigDecimal number(String written) {
        return new BigDecimal(written.replace(",", ""));
    }

    private static String unit(String text, int from) {
        int start = from;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        for (int end = Math.min(text.length(), start + LONGEST_UNIT); end > start; end--) {
            String unit = text.substring(start, end);
            if (Units.isUnit(unit) && unit.equals(unit.strip())) {
                return unit;
            }
        }
        return "";
    }

    private static String back(String text, int to) {
        int from = to;
        while (from > 0 && STOPS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from, to);
    }

    private static String ahead(String text, int from) {
        int to = from;
        while (to < text.length() && STOPS.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }
}
