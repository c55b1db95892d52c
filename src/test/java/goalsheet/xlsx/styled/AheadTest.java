package goalsheet.xlsx.styled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows made on another thread arrive as if they were made on this one. */
class AheadTest {
    private final CountDownLatch ended = new CountDownLatch(1);

    private Source source(int rows, RuntimeException failure) {
        return new Source() {
            @Override
            public List<String> lists() {
                return List.of("list");
            }

            @Override
            public long size(String list) {
                return rows;
            }

            @Override
            public void rows(String list, Consumer<Row> taker) {
                try {
                    IntStream.range(0, rows).forEach(row -> taker.accept(row(row)));
                    if (failure != null) {
                        throw failure;
                    }
                } finally {
                    ended.countDown();
                }
            }

            @Override
            public int few(String kind) {
                return 0;
            }

            @Override
            public List<Row> fewRows(String kind) {
                return List.of();
            }

            @Override
            public Map<String, Fill> single() {
                return Map.of();
            }
        };
    }

    private static Source.Row row(int number) {
        return new Source.Row("list", Integer.toString(number), Map.of());
    }

    private static List<Source.Row> taken(Source source) {
        List<Source.Row> taken = new ArrayList<>();
        new Ahead(source).rows("list", taken::add);
        return taken;
    }

    @Test
    void everyRowArrivesInOrder() {
        for (int rows : List.of(0, 1, 199, 200, 201, 10_000)) {
            assertThat(taken(source(rows, null))).isEqualTo(IntStream.range(0, rows).mapToObj(AheadTest::row).toList());
        }
    }

    @Test
    void whatFailsWhileRowsAreMadeFailsHere() {
        RuntimeException failure = new IllegalStateException("the ledger is gone");
        assertThatThrownBy(() -> taken(source(500, failure))).isSameAs(failure);
    }

    /** The disk is full: nobody goes on making rows that nobody takes. */
    @Test
    void whoeverGivesUpStopsTheMaker() throws InterruptedException {
        RuntimeException failure = new IllegalStateException("the disk is full");
        assertThatThrownBy(() -> new Ahead(source(Integer.MAX_VALUE, null)).rows("list", row -> {
            throw failure;
        })).isSameAs(failure);
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
