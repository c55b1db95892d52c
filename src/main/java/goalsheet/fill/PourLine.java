package goalsheet.fill;

import goalsheet.text.Text;

/**
 * One thing to tell of a pouring.
 *
 * @param from  where it stood: {@code 项目1!C5}, or a sheet
 * @param to    where it stands now, "" when nowhere
 * @param label the field in words
 * @param value what was found
 * @param why   what was done, or why it was left out
 */
public record PourLine(Kind kind, String from, String to, Text label, String value, Text why) {

    /** In the order in which they are told. */
    public enum Kind {
        SHEET(Text.of("工作表", "Sheets")),
        MOVED(Text.of("位置有变", "Moved")),
        CONVERTED(Text.of("写法有变", "Converted")),
        CALCULATED(Text.of("恢复自动计算", "Calculated again")),
        OFFICE(Text.of("财政部门的数，请核对", "Figures of the office, please check")),
        NOTE(Text.of("批注", "Notes")),
        MISSING(Text.of("交回的表里没有了", "Not there any more")),
        REFUSED(Text.of("没有填进去", "Left out"));

        private final Text heading;

        Kind(Text heading) {
            this.heading = heading;
        }

        public Text heading() {
            return heading;
        }
    }
}
