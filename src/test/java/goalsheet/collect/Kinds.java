package goalsheet.collect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Kinds of projects as careful units write them; numbers in words and indicators agree, and no two projects have the same. */
final class Kinds {
    private static final String[] COLUMNS = {"level1", "level2", "level3", "description", "value", "basis"};

    /** @param lines indicators, columns parted by |; {a}, {b}, {c} are numbers, {place} the unit's short name */
    private record Kind(String name, String use, String goals, List<String> lines) {
    }

    private static final List<Kind> ALL = List.of(
            new Kind("{place}办公楼屋面维修", "用于{place}办公楼屋面防水和外墙修补的工程费、监理费", "1.维修{place}办公楼屋面{a}平方米，消除漏水隐患\n2.工程验收合格率100%，9月底之前完工",
                    List.of("产出指标|数量指标|屋面维修面积|竣工测量的屋面防水面积|{a}平方米|施工图设计文件", "产出指标|质量指标|工程验收合格率|一次验收合格的分项工程占比|100%|行业标准",
                            "产出指标|时效指标|工程完工时间|全部分项工程通过验收的时间|9月底之前|实施方案", "产出指标|成本指标|单位面积维修成本|结算金额除以维修面积|≤{c}元/平方米|财政投资评审报告",
                            "效益指标|社会效益指标|受益办公人数|在维修楼内办公的人员|{b}人|历史数据", "满意度指标|服务对象满意度指标|办公人员满意度|问卷中表示满意的比例|≥92%|历史数据")),
            new Kind("{place}业务培训", "用于{place}培训学员食宿费、教师课时费和教材费", "1.举办业务培训，培训{place}工作人员{a}人次，提高办事能力\n2.培训合格率不低于95%，11月底之前办完全部班次",
                    List.of("产出指标|数量指标|培训人次|签到册上的参训人次|{a}人次|年度培训计划", "产出指标|质量指标|培训合格率|结业考试合格人数占参训人数的比例|≥95%|年度培训计划",
                            "产出指标|时效指标|培训完成时间|最后一班结业的时间|11月底之前|年度培训计划", "产出指标|成本指标|人均培训成本|培训支出除以参训人次|≤{c}元/人次|培训费管理办法",
                            "效益指标|社会效益指标|受训人员覆盖村数|参训人员来自的行政村|{b}个|历史数据", "满意度指标|服务对象满意度指标|学员满意度|结业问卷中表示满意的比例|≥90%|历史数据")),
            new Kind("{place}档案数字化", "用于{place}馆藏档案的整理、扫描和著录加工费", "1.完成{place}档案数字化{a}卷，实现网上查阅\n2.著录差错率不超过1%，10月底之前完成",
                    List.of("产出指标|数量指标|档案数字化数量|完成扫描著录的案卷|{a}卷|档案工作规划", "产出指标|质量指标|著录差错率|抽检条目中有差错的比例|≤1%|行业标准",
                            "产出指标|时效指标|加工完成时间|全部案卷入库的时间|10月底之前|合同约定", "产出指标|成本指标|每卷加工成本|合同金额除以卷数|≤{c}元/卷|市场询价",
                            "效益指标|社会效益指标|年查阅档案数量|全年提供查阅的件数|≥{b}件|历史数据", "满意度指标|服务对象满意度指标|查档群众满意度|窗口评价为满意的比例|≥93%|历史数据")),
            new Kind("{place}困难群众补助", "用于发放{place}困难群众生活补助，按月打入一卡通", "1.为{place}困难群众{a}人发放生活补助，保障基本生活\n2.补助发放准确率100%，每月10日前发放",
                    List.of("产出指标|数量指标|补助人数|当年领取补助的困难群众|{a}人|民政部门核定名册", "产出指标|质量指标|发放准确率|金额和对象无误的笔数占比|100%|补助发放办法",
                            "产出指标|时效指标|补助发放及时率|按规定日期发放的月份占比|100%|补助发放办法", "产出指标|成本指标|补助标准|每人每月补助金额|{c}元/人·月|上级文件要求",
                            "效益指标|社会效益指标|受益家庭户数|领取补助的家庭|{b}户|民政部门核定名册", "满意度指标|服务对象满意度指标|补助对象满意度|电话回访中表示满意的比例|≥95%|历史数据")),
            new Kind("{place}便民设施购置", "用于购置{place}便民服务大厅的自助终端和排队设备，含安装调试", "1.为{place}便民大厅购置自助终端{a}台，减少群众排队时间\n2.设备验收合格率100%，6月底之前投入使用",
                    List.of("产出指标|数量指标|自助终端购置数量|安装到位的自助终端|{a}台|政府采购计划", "产出指标|质量指标|设备验收合格率|一次验收合格台数占购置台数的比例|100%|合同约定",
                            "产出指标|时效指标|投入使用时间|全部设备对外服务的时间|6月底之前|合同约定", "产出指标|成本指标|单台购置成本|采购金额除以台数|≤{c}元/台|市场询价",
                            "效益指标|社会效益指标|年自助办件数量|自助终端全年办理的件数|≥{b}件|历史数据", "满意度指标|服务对象满意度指标|办事群众满意度|大厅评价器上满意的比例|≥94%|历史数据")));

    private final Random random;
    private int count;

    Kinds(Random random) {
        this.random = random;
    }

    /** A project's fields as they are typed, by id; rows of its indicators as {@code indicators[3].value}. Amounts are in 万元 with two decimals. */
    Map<String, String> next(String place, String region, String unitKey) {
        count++;
        Kind kind = ALL.get(count % ALL.size());
        Map<String, String> numbers = Map.of("{place}", place, "{a}", Integer.toString(20 + count), "{b}", Integer.toString(300 + random.nextInt(5000)), "{c}", Integer.toString(40 + random.nextInt(60)));
        BigDecimal fiscal = BigDecimal.valueOf(10_000 + random.nextInt(90_000), 2);
        BigDecimal other = random.nextInt(4) == 0 ? BigDecimal.valueOf(random.nextInt(5_000), 2) : BigDecimal.ZERO;
        Map<String, String> project = new LinkedHashMap<>();
        project.put("code", code(region, unitKey, count));
        project.put("name", fill(kind.name, numbers));
        project.put("budget", fiscal.add(other).toPlainString());
        project.put("fiscal", fiscal.toPlainString());
        project.put("other", other.signum() == 0 ? "" : other.toPlainString());
        project.put("use", fill(kind.use, numbers));
        project.put("plan.m3", "20%");
        project.put("plan.m6", "45%");
        project.put("plan.m10", "85%");
        project.put("plan.m12", "100%");
        project.put("goals", fill(kind.goals, numbers));
        List<String> lines = new ArrayList<>(kind.lines);
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = fill(lines.get(i), numbers).split("\\|");
            for (int column = 0; column < COLUMNS.length; column++) {
                project.put("indicators[" + (i + 1) + "]." + COLUMNS[column], cells[column]);
            }
        }
        return project;
    }

    private static String fill(String words, Map<String, String> numbers) {
        String filled = words;
        for (Map.Entry<String, String> number : numbers.entrySet()) {
            filled = filled.replace(number.getKey(), number.getValue());
        }
        return filled;
    }

    /** A project code of 21 characters with its check character, written down from the published codes. */
    static String code(String region, String unitKey, int serial) {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        String body = region + "23P" + unitKey + "1" + String.format("%04d", serial);
        int sum = 0;
        int power = 1;
        for (char c : body.toCharArray()) {
            sum = (sum + alphabet.indexOf(c) * power) % 31;
            power = power * 3 % 31;
        }
        return body + alphabet.charAt(30 - sum);
    }
}
