package goalsheet.xlsx.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** A source whose rows are made on a thread of their own, a little ahead of whoever writes them: making a row costs nearly as much as writing it. */
public final class Ahead implements Source {
    private static final int PORTION = 200;
    private static final int PORTIONS = 8;

    private final Source source;

    /** @param source is asked by one thread at a time */
    public Ahead(Source source) {
        this.source = source;
    }

    @Override
    public List<String> lists() {
        return source.lists();
    }

    @Override
    public long size(String list) {
        return source.size(list);
    }

    @Override
    public void rows(String list, Consumer<Row> taker) {
        Maker maker = new Maker(source, list);
        maker.start();
        try {
            for (List<Row> rows = maker.made.take(); !rows.isEmpty(); rows = maker.made.take()) {
                rows.forEach(taker);
            }
            // Whatever the maker used is the caller's again.
            maker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            maker.interrupt();
        }
        if (maker.failure instanceof Error error) {
            throw error;
        }
        if (maker.failure != null) {
            throw (RuntimeException) maker.failure;
        }
    }

    @Override
    public int few(String kind) {
        return source.few(kind);
    }

    @Override
    public List<Row> fewRows(String kind) {
        return source.fewRows(kind);
    }

    @Override
    public Map<String, Fill> single() {
        return source.single();
    }

    /** Makes the rows of one list; an empty portion is their end. */
    private static final class Maker extends Thread {
        private final BlockingQueue<List<Row>> made = new ArrayBlockingQueue<>(PORTIONS);
        private final Source source;
        private final String list;
        private List<Row> portion = new ArrayList<>(PORTION);
        private Throwable failure;

        private Maker(Source source, String list) {
            super("rows");
            this.source = source;
            this.list = list;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                make();
                put(List.of());
            } catch (Stopped noLongerWanted) {
                return;
            }
        }

        private void make() {
            try {
                source.rows(list, this::add);
                if (!portion.isEmpty()) {
                    put(portion);
                }
            } catch (Stopped noLongerWanted) {
                throw noLongerWanted;
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }

        private void add(Row row) {
            portion.add(row);
            if (portion.size() == PORTION) {
                put(portion);
                portion = new ArrayList<>(PORTION);
            }
        }

        private void put(List<Row> rows) {
            try {
                made.put(rows);
            } catch (InterruptedException noLongerWanted) {
                throw new Stopped();
            }
        }
    }

    /** Whoever writes has given up. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
