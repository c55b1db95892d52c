package goalsheet.layout;

import goalsheet.text.Text;

/** What an entry cell must fulfil by its field's definition, told beside the cell as well as by the checker, in the same words. */
public enum CellCondition {
    REQUIRED("STR001", Text.of("必填项没有填", "a required field is blank")),
    NOT_A_NUMBER("STR002", Text.of("不是数字", "not a number")),
    NOT_A_DATE("STR002", Text.of("不是日期", "not a date")),
    OUT_OF_RANGE("STR003", Text.of("数值超出允许范围", "a number out of range")),
    NOT_IN_LIST("STR004", Text.of("不在可选项中", "not an item of the list")),
    WRONG_PARENT("STR005", Text.of("与上级不匹配", "does not belong to its parent")),
    TOO_LONG("STR006", Text.of("文字过长", "a text too long"));

    private final String id;
    private final Text summary;

    CellCondition(String id, Text summary) {
        this.id = id;
        this.summary = summary;
    }

    /** Id of the rule that tells it. */
    public String id() {
        return id;
    }

    public Text summary() {
        return summary;
    }
}
