package goalsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import goalsheet.xlsx.UnreadableException.Reason;
import goalsheet.xlsx.WorkLimit.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkLimitTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(5);

    private static Reason refused(Work<?> work, Duration most, Duration clock) {
        return catchThrowableOfType(UnreadableException.class, () -> WorkLimit.within(work, most, clock)).reason();
    }

    @Test
    void givesWhatTheWorkGives() throws Exception {
        assertThat(WorkLimit.<String>within(() -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> WorkLimit.within(() -> {
            throw new UnreadableException(Reason.EMPTY, "x");
        })).hasMessage("EMPTY: x");
        assertThatThrownBy(() -> WorkLimit.within(() -> {
            throw new IllegalArgumentException("a mistake of ours");
        })).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endsWorkThatComputesTooLongAndTellsItToStop() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        assertThat(refused(() -> {
            try {
                while (true) {
                    WorkLimit.proceed();
                }
            } finally {
                stopped.countDown();
            }
        }, SHORT, LONG)).isEqualTo(Reason.TOO_SLOW);
        assertThat(stopped.await(60, TimeUnit.SECONDS)).isTrue();
    }

    /** A computer that is asleep or busy with something else is no fault of the workbook. */
    @Test
    void waitingIsNoWork() throws Exception {
        assertThat(WorkLimit.<Integer>within(() -> {
            try {
                Thread.sleep(1_500);
            } catch (InterruptedException e) {
                return 0;
            }
            return 1;
        }, SHORT, LONG)).isEqualTo(1);
        assertThat(refused(() -> {
            try {
                Thread.sleep(100_000);
            } catch (InterruptedException e) {
                return 0;
            }
            return 1;
        }, SHORT, Duration.ofSeconds(1))).isEqualTo(Reason.TOO_SLOW);
    }

    @Test
    void depthAndMemoryHaveAnEnd() {
        assertThat(refused(() -> deep(0), LONG, LONG)).isEqualTo(Reason.TOO_MUCH);
        assertThat(refused(() -> {
            List<long[]> all = new ArrayList<>();
            while (true) {
                all.add(new long[1 << 27]);
            }
        }, LONG, LONG)).isEqualTo(Reason.TOO_MUCH);
    }

    private static int deep(int depth) {
        return depth < 0 ? depth : deep(depth + 1) + 1;
    }
}
