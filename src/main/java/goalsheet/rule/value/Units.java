package goalsheet.rule.value;

import java.util.Set;
import java.util.regex.Pattern;

/** Units of measure, and how a unit is recognised behind a number. */
public final class Units {
    /** More than 元/平方米·月 and 个工作日 need. */
    private static final int LONGEST = 10;
    private static final Pattern SEVERAL = Pattern.compile("[/·•]");
    private static final String JOINTS = "/·•²³℃°";
    private static final Set<String> KNOWN = Set.of("人", "人次", "人天", "户", "件", "个", "次", "场次", "篇", "份", "台", "台套", "辆", "套", "亩", "米",
            "平米", "平方米", "平方公里", "公里", "千米", "厘米", "毫米", "元", "角", "分", "万元", "亿元", "千元", "百元", "天", "日", "工作日", "个工作日", "小时", "分钟",
            "秒", "月", "个月", "年", "季度", "周", "批", "批次", "场", "期", "项", "宗", "处", "座", "吨", "公斤", "千克", "克", "升", "毫升", "立方米", "万立方米", "册", "本",
            "条", "家", "名", "位", "所", "村", "栋", "幢", "间", "片", "块", "盏", "株", "棵", "头", "只", "羽", "支", "把", "张", "幅", "部", "起", "例", "类", "种", "届", "轮", "班",
            "班次", "班级", "课时", "学时", "车次", "趟", "站", "点", "口", "根", "桶", "箱", "盒", "瓶", "袋", "双", "对", "组", "队", "团", "艘", "架", "公顷", "千瓦", "千瓦时", "度", "级", "倍",
            "成", "百分点", "个百分点", "万人", "万人次", "万户", "万件", "万亩", "万吨", "万平方米", "万次", "%", "‰", "m", "m²", "m³", "m2", "m3", "km", "cm", "mm", "kg", "g", "t", "L",
            "kW", "kWh", "MW", "KB", "MB", "GB", "TB", "Mbps", "h", "min", "s", "℃", "dB");

    private Units() {
    }

    /** Whether the text is a unit of the list, or several joined: 元/人·月. Full-width signs and blanks around it count nothing. */
    public static boolean isUnit(String text) {
        String plain = Spelling.plain(text);
        if (plain.isEmpty() || plain.length() > 3 * LONGEST) {
            return false;
        }
        if (KNOWN.contains(plain)) {
            return true;
        }
        for (String part : SEVERAL.split(plain, -1)) {
            if (!KNOWN.contains(part.strip())) {
                return false;
            }
        }
        return true;
    }

    /** Whether a name carries its unit in brackets: 案件数量（件）, 完成率(%), 面积（单位：亩）. */
    public static boolean inBrackets(String name) {
        return !bracketed(name).isEmpty();
    }

    /** The unit that a name carries in brackets, "" when it has none. */
    public static String bracketed(String name) {
        String plain = Spelling.plain(name);
        int open = -1;
        for (int at = 0; at < plain.length(); at++) {
            if (plain.charAt(at) == '(') {
                open = at;
            } else if (plain.charAt(at) == ')' && open >= 0) {
                String inside = plain.substring(open + 1, at).strip();
                String unit = inside.startsWith("单位:") ? inside.substring(3).strip() : inside;
                if (isUnit(unit)) {
                    return unit;
                }
                open = -1;
            }
        }
        return "";
    }

    /** Steps over a unit behind a number, known or not ("3个社区" has 个社区); "" when none stands here. */
    static String read(Cursor in) {
        int from = in.at;
        in.blanks();
        if (in.peek() == '%' || in.peek() == '‰') {
            return String.valueOf(in.text.charAt(in.at++));
        }
        if (in.peek() == '(') {
            int close = in.text.indexOf(')', in.at);
            String inside = close < 0 || close - in.at > 3 * LONGEST ? "" : in.text.substring(in.at + 1, close).strip();
            if (isUnit(inside)) {
                in.at = close + 1;
                return inside;
            }
        }
        int start = in.at;
        while (in.at - start < LONGEST && isPart(in, start)) {
            in.at++;
        }
        if (in.at == start) {
            in.at = from;
        }
        return in.text.substring(start, Math.max(start, in.at));
    }

    private static boolean isPart(Cursor in, int start) {
        char c = in.peek();
        if (c == '2' || c == '3') {
            return in.at > start && in.text.charAt(in.at - 1) == 'm';
        }
        if (!Character.isLetter(c) && JOINTS.indexOf(c) < 0) {
            return false;
        }
        boolean toNext = (c == '至' || c == '到') && in.at + 1 < in.text.length() && Numerals.begins(in.text.charAt(in.at + 1));
        boolean suffix = Operator.SUFFIXES.stream().map(Operator.Word::spelling)
                .anyMatch(word -> in.sees(word) && (word.length() > 1 || in.at + 1 == in.text.length()));
        return !toNext && !suffix;
    }
}
