package goalsheet.xlsx;

import goalsheet.text.Text;

/** What a workbook cannot hold; a spreadsheet that meets more says "found unreadable content" and throws parts away. */
public enum Limit {
    SHEET_NAME(31, Text.of("工作表名称", "sheet name")),
    CELL_TEXT(32_767, Text.of("单元格文字", "cell text")),
    FORMULA(8_192, Text.of("公式", "formula")),
    LIST_ITEMS(255, Text.of("下拉选项文字", "literal list")),
    VALIDATION_FORMULA(255, Text.of("数据验证公式", "validation formula")),
    PROMPT_TITLE(32, Text.of("提示标题", "prompt title")),
    PROMPT(255, Text.of("提示内容", "prompt")),
    ERROR_TITLE(32, Text.of("出错提示标题", "error title")),
    ERROR(255, Text.of("出错提示内容", "error message")),
    COLUMN_WIDTH(255, Text.of("列宽", "column width")),
    ROW_HEIGHT(409, Text.of("行高", "row height"));

    private final int most;
    private final Text label;

    Limit(int most, Text label) {
        this.most = most;
        this.label = label;
    }

    /** Characters (UTF-16 units, as spreadsheets count them); for widths characters, for heights points. */
    public int most() {
        return most;
    }

    public Text label() {
        return label;
    }
}
