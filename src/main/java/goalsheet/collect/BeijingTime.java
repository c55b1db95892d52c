package goalsheet.collect;

import goalsheet.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The one time of the country, whatever a computer is set to: the same ledger gives the same papers on every desk. */
public final class BeijingTime {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private BeijingTime() {
    }

    /** @param millis since 1970 */
    public static LocalDate day(long millis) {
        return at(millis).toLocalDate();
    }

    /** {@code 2026-12-01 09:30}. */
    public static String minute(long millis) {
        return MINUTE.format(at(millis));
    }

    /** {@code 2026年12月1日}, in English as it sorts. */
    public static Text written(LocalDate day) {
        return Text.of(day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日", day.toString());
    }

    private static ZonedDateTime at(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZONE);
    }
}
