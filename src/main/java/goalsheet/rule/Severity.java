package goalsheet.rule;

import goalsheet.text.Text;

/** How grave a finding is; the order is the order of reports, worst first. */
public enum Severity {
    /** 强制: provably wrong, must be mended. */
    ERROR(Text.of("强制", "error")),
    /** 提示: a reviewer is likely to send it back. */
    WARNING(Text.of("提示", "warning")),
    /** 说明: style, or something worth knowing. */
    INFO(Text.of("说明", "info"));

    private final Text label;

    Severity(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }
}
