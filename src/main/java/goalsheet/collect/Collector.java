package goalsheet.collect;

import goalsheet.check.Checker;
import goalsheet.rule.Verdict;
import goalsheet.text.Sha256;
import goalsheet.xlsx.OwnMarks;
import goalsheet.xlsx.UnreadableException;
import goalsheet.xlsx.WorkLimit;
import goalsheet.xlsx.WorkbookFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Takes an inbox into a ledger: every workbook that the ledger does not know is read, checked and written down. Threads read and
 * check, one writes; how much is in memory does not depend on how much lies in the inbox.
 */
public final class Collector {
    /** Enough that no thread waits for the ledger. */
    private static final int AHEAD = 4;

    private final Ledger ledger;
    private final Checker checker;
    private final WorkbookFile.Opening opening;
    private final String version;
    private final int threads;

    /** @param version of program and template: what another version checked is checked again */
    public Collector(Ledger ledger, Checker checker, WorkbookFile.Opening opening, String version, int threads) {
        this.ledger = ledger;
        this.checker = checker;
        this.opening = opening;
        this.version = version;
        this.threads = threads;
    }

    /** Hears of every item that is done with. */
    @FunctionalInterface
    public interface Progress {
        void done(Inbox.Item item, boolean isNew);
    }

    /**
     * How many files were what.
     *
     * @param checked those that were checked now
     * @param same    those with the very bytes of one of these
     * @param known   those that the ledger had before
     */
    public record Tally(int checked, int same, int known) {
    }

    private record Read(Path file, Sighting sighting, byte[] bytes, Optional<UnreadableException> failure) {
    }

    /** Takes everything in; stops early, with what is done written down, when the thread is interrupted. */
    public Tally collect(Inbox inbox, Progress progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "check");
            thread.setDaemon(true);
            return thread;
        });
        int ahead = threads == 1 ? 1 : threads * AHEAD;
        Set<String> now = new HashSet<>();
        int same = 0;
        int known = 0;
        try {
            Queue<Waiting> waiting = new ArrayDeque<>();
            java.util.Iterator<Inbox.Item> items = inbox.items().iterator();
            while (items.hasNext() || !waiting.isEmpty()) {
                if (items.hasNext() && waiting.size() < ahead) {
                    Inbox.Item item = items.next();
                    Read read = read(item);
                    String sha256 = read.sighting().sha256();
                    if (now.contains(sha256)) {
                        ledger.saw(read.sighting());
                        same++;
                        progress.done(item, false);
                    } else if (ledger.knows(sha256, version)) {
                        ledger.saw(read.sighting());
                        known++;
                        progress.done(item, false);
                    } else {
                        now.add(sha256);
                        waiting.add(new Waiting(item, pool.submit(() -> check(read))));
                    }
                    continue;
                }
                Waiting first = waiting.remove();
                ledger.record(first.result());
                progress.done(first.item(), true);
            }
            ledger.missed(inbox);
            return new Tally(now.size(), same, known);
        } finally {
            pool.shutdownNow();
        }
    }

    private record Waiting(Inbox.Item item, Future<Checked> future) {
        Checked result() {
            try {
                return future.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("the check of " + item.origin() + " failed", e.getCause());
            }
        }
    }

    private Read read(Inbox.Item item) {
        long now = System.currentTimeMillis();
        try {
            byte[] bytes = item.read(opening.maxFile());
            Optional<UnreadableException> failure = bytes.length > opening.maxFile()
                    ? Optional.of(new UnreadableException(UnreadableException.Reason.TOO_LARGE, "more than " + opening.maxFile() + " bytes")) : Optional.empty();
            return new Read(item.file(), new Sighting(item.origin(), Sha256.of(bytes), bytes.length, item.modified(), now), bytes, failure);
        } catch (IOException e) {
            // Known by its place, and looked at again as soon as it changes.
            String instead = Sha256.of(item.origin() + " " + item.modified());
            return new Read(item.file(), new Sighting(item.origin(), instead, 0, item.modified(), now), new byte[0],
                    Optional.of(new UnreadableException(UnreadableException.Reason.CANNOT_OPEN, e.getClass().getSimpleName())));
        }
    }

    private Checked check(Read read) {
        try {
            if (read.failure().isPresent()) {
                throw read.failure().get();
            }
            Checker.Examined examined = WorkLimit.within(() -> checker.examine(read.file(), WorkbookFile.of(read.bytes(), opening)));
            return Checked.of(read.sighting(), version, System.currentTimeMillis(), examined.verdict(), examined.reading(), examined.page());
        } catch (UnreadableException e) {
            Verdict verdict = checker.unreadable(read.file(), e);
            return Checked.of(read.sighting(), version, System.currentTimeMillis(), verdict, Optional.empty(), OwnMarks.Page.NONE);
        }
    }
}
