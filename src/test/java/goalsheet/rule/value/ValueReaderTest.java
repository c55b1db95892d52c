package goalsheet.rule.value;

import static goalsheet.rule.value.Operator.AT_LEAST;
import static goalsheet.rule.value.Operator.AT_MOST;
import static goalsheet.rule.value.Operator.EQUAL;
import static goalsheet.rule.value.Operator.LESS;
import static goalsheet.rule.value.Operator.MORE;
import static goalsheet.rule.value.Operator.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.rule.value.IndicatorValue.Day;
import goalsheet.rule.value.IndicatorValue.Period;
import goalsheet.rule.value.IndicatorValue.Quantity;
import goalsheet.rule.value.IndicatorValue.Range;
import goalsheet.rule.value.IndicatorValue.Unfilled;
import goalsheet.rule.value.IndicatorValue.Unreadable;
import goalsheet.rule.value.IndicatorValue.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ValueReaderTest {
    private final Map<String, IndicatorValue> table = new LinkedHashMap<>();

    private void quantity(Operator operator, String number, String unit, String... spellings) {
        for (String spelling : spellings) {
            table.put(spelling, new Quantity(operator, new BigDecimal(number), unit));
        }
    }

    private void range(String low, String high, String unit, String... spellings) {
        for (String spelling : spellings) {
            table.put(spelling, new Range(new BigDecimal(low), new BigDecimal(high), unit));
        }
    }

    private void day(int year, int month, int day, boolean until, String... spellings) {
        for (String spelling : spellings) {
            table.put(spelling, new Day(year, month, day, until));
        }
    }

    @TestFactory
    Stream<DynamicTest> quantities() {
        quantity(AT_LEAST, "90", "%", "≥90%", "≧90%", "≥９０％", "≥ 90 %", "≥90(%)", "≥90（%）", "≥90（％）", "≥90百分比", "》90%", ">=90%", "＞＝90%", "大于等于90%",
                "大于或等于 90%", "不低于90%", "不少于90%", "90%以上", "90%及以上", "90%(含)以上", "90%（含90%）以上", "≥90%以上", "至少90%", "达到90%以上", "\u00a0≥\t90%　", "百分之九十以上",
                "不低于百分之90", "≥90.00%", "≥90%。", "⩾90﹪");
        quantity(AT_MOST, "2", "%", "≤2%", "≦2%", "<=2%", "不超过2%", "小于等于2%", "不高于２％", "2%以内", "2%以下", "2％及以下", "不大于2%");
        quantity(EQUAL, "100", "%", "=100%", "＝100%", "等于100%");
        quantity(NONE, "100", "%", "100%", "１００％", "百分之百", "百分之一百", "100 %", "100(%)", "100%左右", "约100%");
        quantity(NONE, "292", "%", "292%");
        quantity(MORE, "5", "%", ">5%", "＞5%", "大于5%", "超过5%", "高于5％");
        quantity(LESS, "5", "%", "<5%", "＜5%", "小于5%", "低于5%");
        quantity(AT_LEAST, "400", "平方米", "≥400平方米");
        quantity(AT_LEAST, "1000", "件", "≥1,000件", "≥1000件", "1000件以上", "一千件以上");
        quantity(NONE, "1", "人", "1人", "１人", "一人");
        quantity(NONE, "12", "个月", "12个月", "十二个月");
        quantity(NONE, "3", "年", "3年", "三年");
        quantity(AT_MOST, "3", "年", "3年内", "三年以内");
        quantity(AT_MOST, "24", "小时", "24小时内", "≤24小时");
        quantity(AT_MOST, "5", "个工作日", "5个工作日内", "不超过5个工作日");
        quantity(AT_MOST, "12", "万元", "≤12万元", "≤ 12 万元", "12万元以内", "十二万元以内", "控制在12万元以内", "≤12万元（含税）");
        quantity(NONE, "35000", "元", "三万五千元", "35,000元");
        quantity(NONE, "98.5", "元/人·月", "98.5元/人·月");
        quantity(NONE, "120", "人", "一百二十人");
        quantity(NONE, "2", "次", "两次", "2次");
        quantity(NONE, "3", "个社区", "3个社区");
        quantity(AT_MOST, "5", "‰", "≤5‰", "不超过千分之五");
        quantity(NONE, "95.5", "%", "百分之九十五点五");
        quantity(AT_LEAST, "-3", "%", "≥-3%", "≥−3%");
        quantity(NONE, "500", "m²", "500m²", "500 m²");
        quantity(NONE, "5", "人/次", "5（人/次）", "5(人/次)");
        quantity(NONE, "3", "", "3", "３", "三");
        quantity(NONE, "2023.12", "", "2023.12");
        quantity(AT_MOST, "12", "月", "≤12月");
        quantity(NONE, "0", "起", "0起", "零起");
        return tests();
    }

    @TestFactory
    Stream<DynamicTest> ranges() {
        range("60", "100", "%", "60-100%", "60%-100%", "60%～100%", "60%至100%", "６０－１００％", "60%—100%");
        range("3", "5", "天", "3～5天", "3~5天", "3－5天", "3天到5天", "三至五天");
        range("10", "20", "人", "10至20人", "10人至20人");
        range("1", "12", "月", "1-12月");
        range("3", "5", "", "3-5");
        return tests();
    }

    @TestFactory
    Stream<DynamicTest> dates() {
        day(2023, 12, 31, false, "2023年12月31日", "２０２３年１２月３１日", "2023-12-31", "2023/12/31", "2023.12.31", "20231231", "2023 年 12 月 31 日", "二〇二三年十二月三十一日",
                "23年12月31日", "于2023年12月31日完成");
        day(2023, 12, 31, true, "2023年12月31日前", "2023年12月31日之前", "2023-12-31前", "截至2023年12月31日以前", "≤2023年12月31日", "不晚于2023年12月31日",
                "2023年12月31日前完成全部工作");
        day(0, 12, 0, false, "12月底", "12月", "十二月底", "12月末", "第四季度", "四季度", "年底", "年内", "12月份");
        day(0, 11, 0, true, "11月底之前", "11月底前", "11月底前完成", "每年11月底以前");
        day(0, 6, 30, true, "6月30日前", "6月30号之前", "６月３０日前");
        day(0, 9, 0, false, "第三季度", "三季度", "3季度", "第3季度末");
        day(2023, 12, 0, false, "2023年底", "2023年第四季度", "2023年12月", "2023-12", "2023年年底");
        day(2023, 0, 0, false, "2023年", "2023年度");
        day(0, 6, 20, true, "6月中旬前");
        day(0, 6, 0, false, "上半年", "6月下旬");
        table.put("2023年1月1日至2023年12月31日", new Period(new Day(2023, 1, 1, false), new Day(2023, 12, 31, false)));
        table.put("1月至12月", new Period(new Day(0, 1, 0, false), new Day(0, 12, 0, false)));
        table.put("2023年1月-2023年6月", new Period(new Day(2023, 1, 0, false), new Day(2023, 6, 0, false)));
        return tests();
    }

    @TestFactory
    Stream<DynamicTest> unfilledDates() {
        for (String spelling : new String[] {"月 日前", "**月**日前", "年 月 日", "XX月XX日前", "2023年 月 日", "12月 日前", "2023年**月底前", "__月__日"}) {
            table.put(spelling, new Unfilled(spelling));
        }
        return tests();
    }

    @TestFactory
    Stream<DynamicTest> words() {
        for (String gradable : new String[] {"健全", "有效提升", "持续改善", "合理", "合理可控", "长期", "提高", "零投诉", "服务水平明显提升。", "不断完善"}) {
            table.put(gradable, new Wording(gradable, true));
        }
        for (String vague : new String[] {"保障工作正常开展", "按计划实施", "有效保障工作正常开展", "一流", "一致", "百姓安居", "十分重要", "千方百计", "月底前", "年度", "》", "%", "≥", "无", "*"}) {
            table.put(vague, new Wording(vague, false));
        }
        return tests();
    }

    @Test
    void daysThatTheCalendarDoesNotHave() {
        for (String none : new String[] {"2023年2月30日", "2月30日前", "8月32日前", "2023年13月底", "2023年2月29日之前", "13月初", "6月31日至7月5日"}) {
            assertThat(ValueReader.DEFAULT.read(none)).as(none).isEqualTo(new IndicatorValue.NoSuchDay(Spelling.plain(none)));
        }
        for (String day : new String[] {"2月29日前", "2024年2月29日", "12月底", "6月30日至7月5日"}) {
            assertThat(ValueReader.DEFAULT.read(day)).as(day).isInstanceOfAny(IndicatorValue.Day.class, IndicatorValue.Period.class);
        }
        assertThat(ValueReader.DEFAULT.read("24月")).isNotInstanceOf(IndicatorValue.NoSuchDay.class);
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoSingleValue() {
        for (String unreadable : new String[] {"3名法官和5名书记员", "≥90%以下", "100-60%", "60件-100%", "12,34件", "1/3", "100%完成", "案件结案率≥90%", "目标内容1",
            "≥60-100%", "100000000000000000000000000000件", "30%50%"}) {
            table.put(unreadable, new Unreadable(unreadable));
        }
        table.put("", new Unreadable(""));
        table.put(" 　", new Unreadable(""));
        return tests();
    }

    @Test
    void showsTheNormalSpelling() {
        assertThat(Stream.of("不低于９０％", "3天到5天", "2023-12-31前", "11月底之前", "百分之百", "1月至12月", "2023年度", "健全").map(text -> ValueReader.DEFAULT.read(text).show()))
                .containsExactly("≥90%", "3-5天", "2023年12月31日前", "11月底前", "100%", "1月底至12月底", "2023年", "健全");
    }

    @Test
    void theLastDayOfADate() {
        assertThat(((Day) ValueReader.DEFAULT.read("第三季度")).last(2024)).contains(LocalDate.of(2024, 9, 30));
        assertThat(((Day) ValueReader.DEFAULT.read("2023年底")).last(2024)).contains(LocalDate.of(2023, 12, 31));
        assertThat(((Day) ValueReader.DEFAULT.read("2月29日")).last(2024)).contains(LocalDate.of(2024, 2, 29));
        assertThat(((Day) ValueReader.DEFAULT.read("2月29日")).last(2023)).isEmpty();
    }

    private Stream<DynamicTest> tests() {
        return table.entrySet().stream().map(line -> DynamicTest.dynamicTest("“" + line.getKey() + "”",
                () -> assertThat(ValueReader.DEFAULT.read(line.getKey())).isEqualTo(line.getValue())));
    }
}
