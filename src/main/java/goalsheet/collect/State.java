package goalsheet.collect;

import goalsheet.text.Text;

/** How a unit stands; of several that fit the first one counts. */
public enum State {
    /** Nothing came. */
    MISSING(Text.of("未交", "missing"), Text.of("请尽快报送。", "Please send it.")),
    /** What came last cannot be opened or is no workbook. */
    UNREADABLE(Text.of("无法读取", "unreadable"), Text.of("请重新发送一份能打开的 .xlsx 文件。", "Please send an .xlsx file that can be opened.")),
    /** It is not the form in use. */
    OTHER_FORM(Text.of("需改版", "other form"), Text.of("请改用财政部门现在下发的表；填过的内容可以复制过去（粘贴为数值）。", "Please use the form that the office sends out now; what is filled in can be copied over as values.")),
    /** The workbook speaks of another unit than the one it was sent for. */
    OTHER_UNIT(Text.of("单位不符", "wrong unit"), Text.of("请核对单位编码、单位名称和文件。", "Please check the unit's code, its name and the file.")),
    /** Something must be mended. */
    ERRORS(Text.of("有错", "errors"), Text.of("请按退回单修改后重新报送。", "Please mend what the slip lists and send it again.")),
    /** Two different workbooks without errors. */
    TWICE(Text.of("重复", "twice"), Text.of("请确认以哪一份为准。", "Please say which one counts.")),
    /** Accepted. */
    RECEIVED(Text.of("已交", "received"), Text.EMPTY);

    private final Text label;
    private final Text request;

    State(Text label, Text request) {
        this.label = label;
        this.request = request;
    }

    public Text label() {
        return label;
    }

    /** What the unit is asked to do; empty when there is nothing. */
    public Text request() {
        return request;
    }
}
