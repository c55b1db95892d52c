package goalsheet.template;

import goalsheet.expr.Value;
import goalsheet.text.Nearest;
import goalsheet.text.Text;
import goalsheet.xlsx.TableCell;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what somebody gave for a field as the field's type. Refused is only what its cell could not hold; whether a value is
 * in range, required or in agreement with others is for the rules.
 */
public final class FieldReader {
    /** Characters that fit in a cell. */
    public static final int LONGEST_TEXT = 32_767;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?([eE][+-]?\\d{1,2})?");
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})|\\.(\\d{1,2})\\.(\\d{1,2})|年(\\d{1,2}|元)月(\\d{1,2})[日号]|(\\d{2})(\\d{2}))(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?");
    /** Blanks beside the words and signs of a date: 2023 年 1 月 11 日. */
    private static final Pattern LOOSE = Pattern.compile(" +(?=[年月日号./-])|(?<=[年月./-]) +");
    private static final Pattern SPOILT_CODE = Pattern.compile("\\d(\\.\\d+)?[eE]\\+\\d+");

    private FieldReader() {
    }

    /**
     * @param given  the cell as it came from a table, or the text from a YAML file
     * @param parent official item given for {@link Field#parent()}, "" for none
     */
    public static FieldValue read(Field field, Map<String, CodeList> lists, TableCell given, String parent) {
        if (given.kind() == TableCell.Kind.ERROR) {
            return refused("单元格的公式没有结果（" + given.text() + "），请改为填写数值或文字。", "the formula in the cell has no result (" + given.text() + "); give the value itself.");
        }
        if (given.isBlank()) {
            return new FieldValue.Read(Value.BLANK);
        }
        if (given.merged() && field.type().isNumeric()) {
            return refused("数字所在的单元格与上一行合并，不知道属于哪一行，请取消合并后逐行填写。", "the number stands in a merged cell, its row is unclear; unmerge and fill in each row.");
        }
        return switch (field.type()) {
            case AMOUNT, NUMBER -> number(given);
            case PERCENT -> percent(given);
            case DATE -> date(given);
            case CODE -> code(given);
            case LIST -> item(lists.get(field.list()), given.text(), parent);
            case TEXT, LONG_TEXT -> text(given);
        };
    }

    private static FieldValue number(TableCell given) {
        if (given.kind() == TableCell.Kind.PERCENT || given.kind() == TableCell.Kind.DATE) {
            return refused("“" + given.text() + "”不是普通数字，请把单元格格式改为“常规”后重新填写。", "'" + given.text() + "' is not a plain number.");
        }
        return given.number().isPresent() ? new FieldValue.Read(Value.of(given.number().get())) : number(given.text(), given.text());
    }

    private static FieldValue number(String digits, String given) {
        String plain = plain(digits);
        if (!NUMBER.matcher(plain).matches()) {
            return refused("“" + cut(given) + "”不是数字，请只填数字，不要带单位。", "'" + cut(given) + "' is not a number; give digits only, without a unit.");
        }
        BigDecimal number = new BigDecimal(plain.replace(",", ""));
        // A spreadsheet keeps 15 digits: more would be changed without a word.
        if (number.stripTrailingZeros().precision() > 15) {
            return refused("“" + cut(given) + "”超过 15 位，表格里存不下。", "'" + cut(given) + "' has more than the 15 digits a spreadsheet can keep.");
        }
        return new FieldValue.Read(Value.of(number));
    }

    private static FieldValue percent(TableCell given) {
        if (given.kind() == TableCell.Kind.PERCENT) {
            return new FieldValue.Read(Value.of(given.number().orElseThrow()));
        }
        String plain = plain(given.text());
        return given.kind() == TableCell.Kind.TEXT && plain.endsWith("%") ? number(plain.substring(0, plain.length() - 1), given.text()) : number(given);
    }

    private static FieldValue date(TableCell given) {
        if (given.kind() == TableCell.Kind.DATE) {
            return new FieldValue.Read(Value.of(given.number().orElseThrow().toBigInteger().longValue()));
        }
        Matcher parts = DATE.matcher(LOOSE.matcher(plain(given.text())).replaceAll(""));
        if (parts.matches()) {
            List<Integer> numbers = new ArrayList<>();
            for (int i = 1; i <= parts.groupCount(); i++) {
                if (parts.group(i) != null) {
                    numbers.add(parts.group(i).equals("元") ? 1 : Integer.parseInt(parts.group(i)));
                }
            }
            try {
                LocalDate day = LocalDate.of(numbers.get(0), numbers.get(1), numbers.get(2));
                if (day.getYear() > 1900) {
                    return new FieldValue.Read(Value.of(ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day)));
                }
            } catch (DateTimeException noSuchDay) {
                // told below
            }
        }
        return refused("“" + cut(given.text()) + "”不是日期，请写成 2023-12-31 的样子。", "'" + cut(given.text()) + "' is not a date; write it as 2023-12-31.");
    }

    private static FieldValue code(TableCell given) {
        return SPOILT_CODE.matcher(given.text().strip()).matches() ? spoilt(given) : text(given);
    }

    private static FieldValue text(TableCell given) {
        BigDecimal number = given.number().orElse(BigDecimal.ZERO);
        return number.precision() - number.scale() > 15 ? spoilt(given) : text(given.text());
    }

    private static FieldValue spoilt(TableCell given) {
        return refused("“" + given.text() + "”被当作数字存了，后几位已经丢失，请把单元格设为文本后重新录入。",
                "'" + given.text() + "' was stored as a number and its last digits are lost; set the cell to text and enter it again.");
    }

    private static FieldValue text(String text) {
        if (text.length() > LONGEST_TEXT) {
            return refused("文字有 " + text.length() + " 个字符，一个单元格最多放 " + LONGEST_TEXT + " 个。", "the text has " + text.length() + " characters, a cell holds at most " + LONGEST_TEXT + ".");
        }
        boolean unfit = text.codePoints().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' || c == 0xFFFE || c == 0xFFFF || c >= 0xD800 && c <= 0xDFFF);
        return unfit ? refused("含有不可见的控制字符，请删除后重新录入。", "holds control characters; remove them.") : new FieldValue.Read(Value.of(text));
    }

    private static FieldValue item(CodeList list, String given, String parent) {
        FieldValue text = text(given);
        if (list == null || text instanceof FieldValue.Refused) {
            return text;
        }
        Optional<String> official = list.official(given);
        boolean belongs = official.isPresent() && (parent.isEmpty() || list.under(parent).contains(official.get()));
        if (belongs || list.open()) {
            return new FieldValue.Read(Value.of(official.orElse(given)));
        }
        if (official.isPresent()) {
            List<String> owners = list.byParent().keySet().stream().filter(owner -> list.under(owner).contains(official.get())).toList();
            return refused("“" + given + "”属于“" + String.join("、", owners) + "”，不属于“" + parent + "”。",
                    "'" + given + "' belongs to '" + String.join("', '", owners) + "', not to '" + parent + "'.");
        }
        Text hint = Nearest.hint(given, list.all());
        return refused("“" + cut(given) + "”不在可选项中" + hint.zh(), "'" + cut(given) + "' is not one of the choices" + hint.en());
    }

    /** Digits and signs of one width, without blanks of any width around. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static FieldValue refused(String zh, String en) {
        return new FieldValue.Refused(Text.of(zh, en));
    }
}
