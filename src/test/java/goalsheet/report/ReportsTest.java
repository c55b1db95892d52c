package goalsheet.report;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.rule.Rule;
import goalsheet.rule.Severity;
import goalsheet.rule.Verdict;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final Verdict REJECTED = new Verdict(Path.of("坏\u202E.xlsx"), "", Verdict.Outcome.REJECTED, "", 0, "", "",
            List.of(Finding.of(Samples.STYLE, Place.FILE, "")));

    @Test
    void textSaysEachWorkbookThenAll() {
        assertThat(TextReport.of(List.of(Samples.usual(), Samples.verdict(), REJECTED), Lang.ZH)).isEqualTo("""
                FILE  130281 迁安市人民法院
                  有 1 处必须修改（强制 1 · 提示 1 · 说明 3）
                  [强制]
                    项目1!C5  预算数 20 万元，不等于财政资金与其他资金之和 15 万元  AMT001
                      怎么改：请核对三个数，例如 预算数 20、财政资金 15、其他资金 5
                  [提示]
                    项目1!D7  “指标 1 的指标值”的指标值“=保障工作正常开展”无法衡量：没有数量和单位，也不是日期或可分档的说法  IND002
                      怎么改：请写成可衡量的数值，例如 ≥95%、12 次、2023年12月31日前
                  [说明]
                    it's 汇总!B2  标题：括号全角、半角混用  TXT004
                      同类 3 处，还有：项目1!C5、没有的表
                      怎么改：统一用全角括号

                FILE  130281 迁安市人民法院
                  没有发现问题

                坏[U+202E].xlsx
                  这份文件无法检查（强制 0 · 提示 0 · 说明 1）
                  [说明]
                    括号全角、半角混用  TXT004
                      怎么改：统一用全角括号

                共 3 份：没有问题 1，仅供参考 0，必须修改 1，无法检查 1（强制 1 · 提示 1 · 说明 4）
                """.replace("FILE", Path.of("130281", "迁安法院 预算.xlsx").toString()));
    }

    @Test
    void briefSaysOnlyHowItFared() {
        assertThat(TextReport.brief(Samples.usual(), Lang.ZH)).isEqualTo("""
                FILE  130281 迁安市人民法院
                  有 1 处必须修改（强制 1 · 提示 1 · 说明 3）
                """.replace("FILE", Path.of("130281", "迁安法院 预算.xlsx").toString()));
        assertThat(TextReport.of(Samples.usual(), Lang.ZH)).startsWith(TextReport.brief(Samples.usual(), Lang.ZH));
    }

    @Test
    void whatUnitsHaveExplainedStandsAtOnePlace() {
        Finding name = Finding.of(Samples.STYLE, new Place(Samples.FORM, "C7", "indicators[1].level3", Text.of("名称", "Name")), "完成率");
        Verdict explained = Samples.verdict(Samples.sum(), Samples.vague("好").waived("本项目\n没有 {value}"), name.waived("本项目\n没有 {value}"), Samples.style().waived("另有规定"));
        assertThat(TextReport.explained(List.of(Samples.usual(), explained, REJECTED, explained), Lang.ZH)).isEqualTo("""
                单位已说明理由的问题，共 6 处，请审核理由是否成立：
                  130281 迁安市人民法院  迁安法院 预算.xlsx
                    项目1!D7  “指标 1 的指标值”的指标值“好”无法衡量：没有数量和单位，也不是日期或可分档的说法  IND002
                    项目1!C7  名称：括号全角、半角混用  TXT004
                      理由：本项目↵没有 {value}
                    it's 汇总!B2  标题：括号全角、半角混用  TXT004
                      理由：另有规定
                  130281 迁安市人民法院  迁安法院 预算.xlsx
                    项目1!D7  “指标 1 的指标值”的指标值“好”无法衡量：没有数量和单位，也不是日期或可分档的说法  IND002
                    项目1!C7  名称：括号全角、半角混用  TXT004
                      理由：本项目↵没有 {value}
                    it's 汇总!B2  标题：括号全角、半角混用  TXT004
                      理由：另有规定
                """);
        assertThat(TextReport.explained(List.of(Samples.usual(), REJECTED), Lang.ZH)).isEmpty();
        assertThat(TextReport.of(List.of(explained), Lang.EN)).isEqualTo("""
                FILE  130281 迁安市人民法院
                  1 to be mended (error 1 · warning 0 · info 3, 3 of them explained)
                  [error]
                    项目1!C5  Budget: budget 20 differs from 15  AMT001
                      To do: Check the three figures

                Explained by the units, 3 in all; judge whether the reasons hold:
                  130281 迁安市人民法院  迁安法院 预算.xlsx
                    项目1!D7  Value of indicator 1: “好” cannot be measured  IND002
                    项目1!C7  Name: brackets of both widths  TXT004
                      Reason: 本项目↵没有 {value}
                    it's 汇总!B2  Title: brackets of both widths  TXT004
                      Reason: 另有规定

                Workbooks: 1, clean 0, with advice only 0, with errors 1, rejected 0 (error 1 · warning 0 · info 3, 3 of them explained)
                """.replace("FILE", Path.of("130281", "迁安法院 预算.xlsx").toString()));
    }

    @Test
    void manyExplanationsAreCut() {
        Finding[] many = java.util.stream.IntStream.range(0, 600).mapToObj(i -> Samples.vague("好").waived("同一理由")).toArray(Finding[]::new);
        String list = TextReport.explained(List.of(Samples.verdict(many), Samples.verdict(many), Samples.verdict(many)), Lang.ZH);
        assertThat(list.lines()).hasSize(1 + 1 + 600 + 1 + 1 + 400 + 1 + 1).last().isEqualTo("    另有 800 处未列出");
    }

    @Test
    void jsonHasTheReason() throws IOException {
        String json = json(List.of(Samples.verdict(Samples.vague("好").waived("另有规定"))), Lang.EN);
        assertThat(json).contains("\"severity\": \"info\"", "\"message\": \"“好” cannot be measured The unit's reason: 另有规定\"", "\"remedy\": \"\"", "\"waiver\": \"另有规定\"", "\"explained\": 1");
    }

    @Test
    void textInEnglish() {
        assertThat(TextReport.of(List.of(Samples.verdict(Samples.style())), Lang.EN)).isEqualTo("""
                FILE  130281 迁安市人民法院
                  Nothing that must be mended, 1 to look at (error 0 · warning 0 · info 1)
                  [info]
                    it's 汇总!B2  Title: brackets of both widths  TXT004
                      To do: use one width

                Workbooks: 1, clean 0, with advice only 1, with errors 0, rejected 0 (error 0 · warning 0 · info 1)
                """.replace("FILE", Path.of("130281", "迁安法院 预算.xlsx").toString()));
    }

    @Test
    void textSaysTheNameOfAFieldOnce() {
        Rule rule = new Rule("IND001", Severity.WARNING, Text.of("无法考核", "not measurable"), Text.of("指标值“{value}”无法考核", "\"{value}\" cannot be measured"), Text.EMPTY);
        Verdict verdict = Samples.verdict(Finding.of(rule, new Place("项目1", "F14", "indicators[5].value", Text.of("绩效指标第5行指标值", "Indicators row 5, Value")), "好"));
        assertThat(TextReport.of(verdict, Lang.ZH)).contains("项目1!F14  绩效指标第5行指标值“好”无法考核  IND001");
        assertThat(TextReport.of(verdict, Lang.EN)).contains("项目1!F14  Indicators row 5, Value: \"好\" cannot be measured  IND001");
    }

    @Test
    void textKeepsToOneLineWhateverAWorkbookHolds() {
        String report = TextReport.of(Samples.verdict(Samples.vague("a\r\nb\u001B[31m\u2066\t\u200B")), Lang.EN);
        assertThat(report.lines()).hasSize(5);
        assertThat(report).contains("“a↵b[U+001B][31m[U+2066]→[U+200B]” cannot be measured");
    }

    @Test
    void textCutsWhatNobodyReads() {
        Finding[] many = java.util.stream.IntStream.range(0, 1_003).mapToObj(i -> Samples.vague("长".repeat(2_000) + i)).toArray(Finding[]::new);
        String report = TextReport.of(Samples.verdict(many), Lang.ZH);
        assertThat(report.lines()).hasSize(2 + 1 + 2 * 1_000 + 1).last().isEqualTo("    另有 3 处未列出");
        assertThat(report.lines().toList().get(3)).hasSizeLessThan(600).contains("…（共 20");
    }

    @Test
    void jsonHasTheDocumentedForm() throws IOException {
        Finding odd = Finding.of(Samples.VAGUE, new Place("a\"b", "D7", "plan.m12", Text.EMPTY), "x\uD800", Text.of("应为", "expected"), Map.of());
        assertThat(json(List.of(Samples.verdict(odd), REJECTED), Lang.EN)).isEqualTo("""
                {
                  "tool": {
                    "name": "goalsheet",
                    "version": "9.9"
                  },
                  "workbooks": [
                    {
                      "file": "FILE",
                      "outcome": "findings",
                      "template": {
                        "id": "hebei-2023",
                        "version": 2
                      },
                      "unit": {
                        "code": "130281",
                        "name": "迁安市人民法院"
                      },
                      "findings": [
                        {
                          "rule": "IND002",
                          "severity": "warning",
                          "sheet": "a\\"b",
                          "cell": "D7",
                          "field": "plan.m12",
                          "value": "x\uFFFD",
                          "expected": "expected",
                          "message": "“x\uFFFD” cannot be measured",
                          "remedy": "Write a figure with a unit, such as ≥95%",
                          "waiver": ""
                        }
                      ]
                    },
                    {
                      "file": "坏\u202E.xlsx",
                      "outcome": "rejected",
                      "template": {
                        "id": "",
                        "version": 0
                      },
                      "unit": {
                        "code": "",
                        "name": ""
                      },
                      "findings": [
                        {
                          "rule": "TXT004",
                          "severity": "info",
                          "sheet": "",
                          "cell": "",
                          "field": "",
                          "value": "",
                          "expected": "",
                          "message": "brackets of both widths",
                          "remedy": "use one width",
                          "waiver": ""
                        }
                      ]
                    }
                  ],
                  "summary": {
                    "workbooks": 2,
                    "clean": 0,
                    "findings": 1,
                    "rejected": 1,
                    "errors": 0,
                    "warnings": 1,
                    "infos": 1,
                    "explained": 0
                  }
                }
                """.replace("FILE", Path.of("130281", "迁安法院 预算.xlsx").toString().replace("\\", "\\\\")));
    }

    private static String json(List<Verdict> verdicts, Lang lang) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(verdicts, "9.9", lang, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
