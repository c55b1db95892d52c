package goalsheet.xlsx;

import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.Map;

/** A described workbook cannot be written as a sound file; raised before the first byte goes out. */
public final class ImageException extends IllegalArgumentException {
    public enum Problem {
        NO_VISIBLE_SHEET(Text.of("至少要有一张可见的工作表", "there must be a visible sheet")),
        BAD_SHEET_NAME(Text.of("工作表名称为空，或含有 [ ] : * ? / \\ 等字符", "sheet name empty, or with one of [ ] : * ? / \\")),
        SAME_SHEET_NAME(Text.of("工作表重名", "two sheets have this name")),
        UNKNOWN_SHEET(Text.of("名称所属的工作表不存在", "the name belongs to a sheet that is not there")),
        BAD_NAME(Text.of("名称或其引用不能识别：{detail}", "name or reference not understood: {detail}")),
        TOO_LONG(Text.of("{detail}", "{detail}")),
        SAME_CELL(Text.of("同一单元格出现两次", "a cell is given twice")),
        OUTSIDE(Text.of("超出工作表范围", "outside the sheet")),
        MERGES_OVERLAP(Text.of("合并区域重叠", "merged areas overlap")),
        HIDDEN_BY_MERGE(Text.of("合并区域内除左上角外不能有内容", "only the top-left cell of a merged area can hold something")),
        BAD_FORMULA(Text.of("公式为空，或以等号开头", "formula empty, or with a leading =")),
        BAD_VALIDATION(Text.of("数据验证的类型或条件不能识别：{detail}", "validation type or operator not understood: {detail}"));

        private final Text words;

        Problem(Text words) {
            this.words = words;
        }
    }

    private final Problem problem;
    private final Text text;

    ImageException(Problem problem, String place, Text detail) {
        this(problem, Text.of("{place}：", "{place}: ").with(Map.of("place", Text.same(place))),
                problem.words.with(Map.of("detail", detail)));
    }

    private ImageException(Problem problem, Text place, Text words) {
        super(place.in(Lang.EN) + words.in(Lang.EN));
        this.problem = problem;
        this.text = new Text(place.zh() + words.zh(), place.en() + words.en());
    }

    static ImageException tooLong(Limit limit, String place, int found) {
        return new ImageException(Problem.TOO_LONG, place, Text.of("{label}为 {found}，超过上限 {most}，请缩短",
                "{label} is {found}, the limit is {most}: make it shorter").with(Map.of("label", limit.label(),
                        "found", Text.same(Integer.toString(found)), "most", Text.same(Integer.toString(limit.most())))));
    }

    public Problem problem() {
        return problem;
    }

    /** Where and what, in both languages. */
    public Text text() {
        return text;
    }
}
