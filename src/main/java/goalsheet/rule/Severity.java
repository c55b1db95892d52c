package goalsheet.rule;

import goalsheet.text.Text;
import java.util.Locale;

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

    /** The one that a template calls {@code error}, {@code warning} or {@code info}. */
    public static Severity named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
