package goalsheet.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work that is done while the caller does other work, or after it where threads are not to be had. */
final class Meanwhile<T> implements AutoCloseable {
    private final FutureTask<T> task;
    private final Thread thread;

    /** @param isTogether whether it begins at once, on a thread of its own */
    Meanwhile(boolean isTogether, Callable<T> work) {
        this.task = new FutureTask<>(work);
        this.thread = new Thread(task, "meanwhile");
        if (isTogether) {
            thread.start();
        }
    }

    /** What the work gave; it fails as the work failed. */
    T result() throws IOException {
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /** Waits until the work has come to its end, so that nothing it uses is taken away from it. */
    @Override
    public void close() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
