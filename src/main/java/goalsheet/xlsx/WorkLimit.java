package goalsheet.xlsx;

import goalsheet.xlsx.UnreadableException.Reason;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds the work on one workbook, so that whatever it holds, the next one has its turn. The work is done in a thread of its own; one that
 * does not end is told to stop and left behind. A computer that is busy or asleep must not be taken for a bad workbook: what counts is the
 * time the thread itself has worked, and only beside it the time on the clock, for files on a drive that does not answer.
 */
public final class WorkLimit {
    /** A filled-in form takes a fraction of a second. */
    public static final Duration WORK = Duration.ofSeconds(10);
    public static final Duration CLOCK = Duration.ofSeconds(60);
    private static final int STACK = 4 << 20;
    private static final int LOOK_EVERY_MILLIS = 250;

    private WorkLimit() {
    }

    /** Something done with a workbook. */
    public interface Work<T> {
        T run() throws UnreadableException;
    }

    /**
     * Does it, within the limits of time, memory and depth.
     *
     * @throws UnreadableException when the work throws it, or ends at one of the limits
     */
    public static <T> T within(Work<T> work) throws UnreadableException {
        return within(work, WORK, CLOCK);
    }

    static <T> T within(Work<T> work, Duration most, Duration clock) throws UnreadableException {
        FutureTask<T> task = new FutureTask<>(work::run);
        Thread thread = new Thread(null, task, "workbook", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return finished(task, thread, most, clock);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new UnreadableException(Reason.TOO_SLOW, "stopped from outside");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreadableException unreadable) {
                throw unreadable;
            }
            if (e.getCause() instanceof OutOfMemoryError || e.getCause() instanceof StackOverflowError) {
                throw new UnreadableException(Reason.TOO_MUCH, e.getCause().getClass().getSimpleName());
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static <T> T finished(FutureTask<T> task, Thread thread, Duration most, Duration clock) throws InterruptedException, ExecutionException, UnreadableException {
        long started = System.nanoTime();
        while (true) {
            try {
                return task.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long elapsed = System.nanoTime() - started;
                if (elapsed > clock.toNanos() || elapsed > most.toNanos() && worked(thread, elapsed) > most.toNanos()) {
                    thread.interrupt();
                    throw new UnreadableException(Reason.TOO_SLOW, "more than " + most.toSeconds() + " s");
                }
            }
        }
    }

    /** How long a thread has worked, in nanoseconds; the time on the clock where the computer does not tell. */
    private static long worked(Thread thread, long elapsed) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long worked = threads.isThreadCpuTimeSupported() ? threads.getThreadCpuTime(thread.getId()) : -1;
        return worked < 0 ? elapsed : worked;
    }

    /** To be asked in long loops: ends work that was told to stop. */
    static void proceed() throws UnreadableException {
        if (Thread.currentThread().isInterrupted()) {
            throw new UnreadableException(Reason.TOO_SLOW, "stopped");
        }
    }
}
