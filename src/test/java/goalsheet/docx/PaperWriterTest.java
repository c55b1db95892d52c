package goalsheet.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.docx.Paper.Block;
import goalsheet.docx.Paper.Column;
import goalsheet.docx.Paper.Line;
import goalsheet.docx.Paper.Look;
import goalsheet.docx.Paper.Row;
import goalsheet.docx.Paper.Table;
import goalsheet.office.Office;
import goalsheet.office.Render;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperWriterTest {
    @TempDir
    private Path folder;

    private static Paper paper(int points) {
        List<Row> rows = new ArrayList<>(List.of(new Row.Heading("必须修改：指标与指标值不匹配")));
        for (int i = 1; i <= points; i++) {
            rows.add(new Row.Cells(Integer.toString(i), "项目" + i + "!F11\n绩效指标第2行", "指标值“≥105%”超过了 100%，比率最多是 100%。", "全部都要达到的写“=100%”，其余填 100 以内的数，如“≥95%”；看看是否多打了数字。"));
        }
        List<Block> blocks = List.of(new Line(Look.PLAIN, "301001 <城关> & 镇："), new Line(Look.BODY, "经检查，有 3 处必须修改。"),
                new Table(List.of(new Column("序号", 6, true), new Column("位置", 21, false), new Column("问题", 32, false), new Column("怎么改", 41, false)), rows),
                new Line(Look.NOTE, "附：批注副本。"), new Line(Look.SIGNATURE, "预算股"));
        return new Paper("预算绩效目标退回修改单", blocks, "第 {page} 页，共 {pages} 页");
    }

    @Test
    void sameBytesEveryTime() {
        assertThat(PaperWriter.bytes(paper(3))).isEqualTo(PaperWriter.bytes(paper(3))).isNotEqualTo(PaperWriter.bytes(paper(4)));
    }

    @Test
    void saysWhatIsDescribed() throws IOException {
        assertThat(Words.of(PaperWriter.bytes(paper(1)))).containsExactly("预算绩效目标退回修改单", "301001 <城关> & 镇：", "经检查，有 3 处必须修改。", "序号 | 位置 | 问题 | 怎么改", "必须修改：指标与指标值不匹配",
                "1 | 项目1!F11↵绩效指标第2行 | 指标值“≥105%”超过了 100%，比率最多是 100%。 | 全部都要达到的写“=100%”，其余填 100 以内的数，如“≥95%”；看看是否多打了数字。", "附：批注副本。", "预算股");
    }

    @Test
    void fitsOnePageAndGoesOnProperlyOnTheNext() throws IOException {
        assumeTrue(Office.available() && Render.available());
        List<String> one = print(15);
        assertThat(one).hasSize(1);
        assertThat(one.get(0)).contains("预算绩效目标退回修改单", "附：批注副本。", "预算股").containsPattern("项目\\s*15!F11").containsPattern("第\\s*1\\s*页，共\\s*1\\s*页");
        List<String> more = print(30);
        assertThat(more).hasSize(2);
        assertThat(more.get(1)).contains("序号", "怎么改", "预算股").containsPattern("项目\\s*30!F11").containsPattern("第\\s*2\\s*页，共\\s*2\\s*页");
        assertThat(String.join("", more).split("怎么改", -1)).as("head on both pages").hasSize(3);
    }

    private List<String> print(int points) throws IOException {
        Path file = Files.write(folder.resolve(points + ".docx"), PaperWriter.bytes(paper(points)));
        return Render.pages(Office.printed(file, folder.resolve(points + ".pdf")));
    }
}
