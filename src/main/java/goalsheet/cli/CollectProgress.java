package goalsheet.cli;

import goalsheet.collect.Collector;
import goalsheet.collect.Inbox;
import goalsheet.text.Text;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a collection is: a bar with rate and time left on a terminal, a line now and then elsewhere. */
interface CollectProgress extends Collector.Progress, AutoCloseable {

    @Override
    void close();

    static CollectProgress of(Call call, int total) {
        return System.console() != null ? new Bar(call, total) : new Lines(call, total);
    }

    /** On a terminal. */
    final class Bar implements CollectProgress {
        private final ProgressBar bar;

        private Bar(Call call, int total) {
            bar = new ProgressBarBuilder().setTaskName(Text.of("检查", "Checking").in(call.lang())).setInitialMax(total).setStyle(ProgressBarStyle.ASCII)
                    .setUnit(Text.of("份", " files").in(call.lang()), 1).showSpeed().build();
        }

        @Override
        public void done(Inbox.Item item, boolean isNew) {
            bar.step();
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** In a log or a pipe. */
    final class Lines implements CollectProgress {
        private static final Duration PAUSE = Duration.ofSeconds(10);

        private final Call call;
        private final int total;
        private final Instant start = Instant.now();
        private Instant last = start;
        private int done;

        private Lines(Call call, int total) {
            this.call = call;
            this.total = total;
        }

        @Override
        public void done(Inbox.Item item, boolean isNew) {
            done++;
            Instant now = Instant.now();
            if (Duration.between(last, now).compareTo(PAUSE) >= 0) {
                last = now;
                double rate = done * 1000.0 / Math.max(1, Duration.between(start, now).toMillis());
                long left = Math.round((total - done) / rate);
                call.err().println(Text.of(String.format("已检查 %d/%d，每秒 %.0f 份，还需约 %d 秒", done, total, rate, left),
                        String.format("%d of %d checked, %.0f a second, about %d s left", done, total, rate, left)).in(call.lang()));
            }
        }

        @Override
        public void close() {
            // The lines written so far stay.
        }
    }
}
