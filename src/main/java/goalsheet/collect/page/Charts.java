package goalsheet.collect.page;

import goalsheet.collect.State;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Drawings of the page, in lines and rectangles whose colours its style knows. */
final class Charts {
    private static final int WIDE = 1_000;
    private static final int DAYS_WIDE = 540;
    private static final int DAYS_HIGH = 190;
    private static final int TOP = 22;
    private static final int FOOT = 24;
    private static final int WIDEST_DAY = 34;
    private static final int MOST_LABELS = 8;

    private Charts() {
    }

    /** One bar parted by states, the good ones first. */
    static String progress(Map<State, Integer> counts, Lang lang) {
        int all = Math.max(1, counts.values().stream().mapToInt(Integer::intValue).sum());
        StringBuilder svg = new StringBuilder("<svg class=\"progress\" viewBox=\"0 0 " + WIDE + " 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\""
                + Html.text(Text.of("各状态的单位数", "units by state").in(lang)) + "\">");
        int done = 0;
        for (State state : best()) {
            int count = counts.get(state);
            int from = WIDE * done / all;
            done += count;
            if (count > 0) {
                svg.append("<rect class=\"f-").append(state).append("\" x=\"").append(from).append("\" y=\"0\" width=\"").append(WIDE * done / all - from).append("\" height=\"10\"><title>")
                        .append(Html.text(state.label().in(lang))).append(' ').append(count).append("</title></rect>");
            }
        }
        return svg.append("</svg>").toString();
    }

    /** The order in which states are drawn and listed: from accepted to missing. */
    static List<State> best() {
        return List.of(State.RECEIVED, State.TWICE, State.ERRORS, State.OTHER_UNIT, State.OTHER_FORM, State.UNREADABLE, State.MISSING);
    }

    /** A bar of some share of the width; {@code looks} are pairs of class and share. */
    static String bar(Map<String, Double> shares) {
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 " + WIDE + " 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        double from = 0;
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            long x = Math.round(from * WIDE);
            from += share.getValue();
            svg.append("<rect class=\"").append(share.getKey()).append("\" x=\"").append(x).append("\" y=\"0\" width=\"").append(Math.round(from * WIDE) - x).append("\" height=\"10\"/>");
        }
        return svg.append("</svg>").toString();
    }

    /** Submissions a day: first workbooks below, later ones above. */
    static String days(List<Figures.Day> days, Lang lang) {
        int most = days.stream().mapToInt(day -> day.first() + day.later()).max().orElse(1);
        double step = (double) DAYS_WIDE / days.size();
        double width = Math.min(WIDEST_DAY, step * 0.7);
        int every = (days.size() + MOST_LABELS - 1) / MOST_LABELS;
        StringBuilder svg = new StringBuilder("<svg class=\"days\" viewBox=\"0 0 " + DAYS_WIDE + " " + DAYS_HIGH + "\" role=\"img\" aria-label=\""
                + Html.text(Text.of("每天收到的份数", "submissions a day").in(lang)) + "\">");
        for (int i = 0; i < days.size(); i++) {
            Figures.Day day = days.get(i);
            double middle = (i + 0.5) * step;
            double base = DAYS_HIGH - FOOT;
            svg.append("<g><title>").append(day.day()).append(" · ").append(day.first() + day.later()).append("</title>");
            for (boolean first : List.of(true, false)) {
                int count = first ? day.first() : day.later();
                double height = (double) (DAYS_HIGH - FOOT - TOP) * count / most;
                if (count > 0) {
                    svg.append("<rect class=\"").append(first ? "first" : "later").append("\" x=\"").append(tenth(middle - width / 2)).append("\" y=\"").append(tenth(base - height))
                            .append("\" width=\"").append(tenth(width)).append("\" height=\"").append(tenth(height)).append("\"/>");
                }
                base -= height;
            }
            if (day.first() + day.later() > 0 && days.size() <= MOST_LABELS * 3) {
                svg.append("<text x=\"").append(tenth(middle)).append("\" y=\"").append(tenth(base - 5)).append("\" text-anchor=\"middle\">").append(day.first() + day.later()).append("</text>");
            }
            svg.append("</g>");
            // The last day always has its label, so that the one before it gives way.
            boolean isLast = i == days.size() - 1;
            if (isLast || i % every == 0 && days.size() - 1 - i >= every) {
                svg.append("<text x=\"").append(tenth(middle)).append("\" y=\"").append(DAYS_HIGH - 6).append("\" text-anchor=\"middle\">").append(label(day.day())).append("</text>");
            }
        }
        return svg.append("<line class=\"axis\" x1=\"0\" x2=\"" + DAYS_WIDE + "\" y1=\"" + (DAYS_HIGH - FOOT) + "\" y2=\"" + (DAYS_HIGH - FOOT) + "\"/></svg>").toString();
    }

    private static String label(LocalDate day) {
        return day.getMonthValue() + "-" + day.getDayOfMonth();
    }

    private static String tenth(double number) {
        long tenths = Math.round(number * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + Math.abs(tenths % 10);
    }
}
