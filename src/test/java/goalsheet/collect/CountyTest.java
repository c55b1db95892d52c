package goalsheet.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.check.Checker;
import goalsheet.generate.Roster;
import goalsheet.rule.CollectRules;
import goalsheet.rule.Example;
import goalsheet.rule.Rule;
import goalsheet.xlsx.WorkbookFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A county of 300 units and 1,500 projects: what the ledger says is what the county knows of itself, be the ledger a file or on a
 * server, and be it one desk that collects or two at once.
 */
class CountyTest {
    private static final int UNITS = 300;
    /** Step of an example of these rules: what the units with this number among twenty have sent. */
    private static final String COUNTY = "county ";

    @TempDir
    private static Path folder;
    private static County county;
    private static Inbox inbox;

    @BeforeAll
    static void arrive() throws IOException {
        county = County.of(folder, UNITS, 2023);
        inbox = Inbox.of(List.of(county.inbox()), file -> false);
    }

    private static Collector.Tally collect(Ledger into, Inbox from) {
        return new Collector(into, Checker.only(county.template(), Optional.empty()), WorkbookFile.Opening.PLAIN, "test", 2).collect(from, (item, isNew) -> { });
    }

    private static Collection conclude(Ledger ledger) {
        return Collection.conclude(county.template(), Roster.read(county.template(), county.roster()), ledger);
    }

    @Test
    void countsEveryFileOnce() {
        assertThat(inbox.items()).hasSize(county.files);
        assertThat(inbox.skipped()).hasSize(county.litter);
    }

    /** What must hold wherever the ledger is kept. */
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Kept {
        Ledger ledger;
        Collection collection;
        private Collector.Tally tally;

        abstract String url();

        @BeforeAll
        void collectAll() {
            ledger = Ledger.open(url());
            tally = collect(ledger, inbox);
            collection = conclude(ledger);
        }

        @AfterAll
        void close() {
            if (ledger != null) {
                ledger.close();
            }
        }

        @Test
        void everyFileIsCheckedOrKnown() {
            assertThat(tally.checked() + tally.same()).isEqualTo(county.files);
            assertThat(tally.known()).isZero();
            assertThat(ledger.submissions()).hasSize(tally.checked());
        }

        @Test
        void everyUnitStandsAsItShould() {
            assertThat(states(collection)).isEqualTo(county.states);
            assertThat(collection.nobodys()).isEmpty();
        }

        @Test
        void sumsAreExact() {
            Map<String, BigDecimal> totals = new TreeMap<>();
            Map<String, BigDecimal> byDepartment = new TreeMap<>();
            for (Standing unit : collection.units()) {
                unit.counts().filter(counts -> !counts.template().isEmpty() && counts.reason().isEmpty()).ifPresent(counts -> {
                    BigDecimal total = ledger.contents(counts.sha256()).stream().filter(content -> content.part().equals("project") && content.field().equals("budget"))
                            .map(content -> content.number().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
                    totals.put(unit.code(), total.setScale(2));
                    byDepartment.merge(unit.department(), total.setScale(2), BigDecimal::add);
                });
            }
            assertThat(totals).isEqualTo(county.totals);
            assertThat(byDepartment).isEqualTo(county.byDepartment);
        }

        @Test
        void remarksBetweenWorkbooks() {
            assertThat(remarks(collection)).isEqualTo(county.remarks);
        }

        /** The examples of the rules between workbooks are what units of the county do. */
        @Test
        void examplesAreToldAndNearMissesAreNot() {
            for (Rule rule : CollectRules.all()) {
                assertThat(rule.fires()).as(rule.id()).isNotEmpty();
                assertThat(rule.passes()).as(rule.id()).isNotEmpty();
                rule.fires().forEach(example -> assertThat(told(rule, example)).as(rule.id() + " fires " + example).isTrue());
                rule.passes().forEach(example -> assertThat(told(rule, example)).as(rule.id() + " passes " + example).isFalse());
            }
        }

        private boolean told(Rule rule, Example example) {
            String step = ((Example.Deed) example).steps().get(0);
            assertThat(step).startsWith(COUNTY);
            int fate = Integer.parseInt(step.substring(COUNTY.length()));
            // Among the strangers are those that send something besides.
            return collection.remarks().stream().anyMatch(remark -> remark.note().rule().equals(rule.id()) && County.fate(remark.unit()) == fate);
        }

        @Test
        void secondRunChecksNothing() {
            assertThat(collect(ledger, inbox)).isEqualTo(new Collector.Tally(0, 0, county.files));
        }

        @Test
        void openedAgainItSaysTheSame() {
            try (Ledger again = Ledger.open(ledgerUrl())) {
                assertThat(LedgerContents.of(again)).isEqualTo(LedgerContents.of(ledger));
            }
        }

        /** Of the ledger made before the tests. */
        abstract String ledgerUrl();
    }

    @Nested
    class InAFile extends Kept {
        @Override
        String url() {
            return ledgerUrl();
        }

        @Override
        String ledgerUrl() {
            return "jdbc:sqlite:" + folder.resolve("ledger.db");
        }
    }

    @Nested
    class OnAServer extends Kept {
        private String database;

        @Override
        String url() {
            assumeTrue(Postgres.available());
            database = Postgres.newDatabase();
            return database;
        }

        @Override
        String ledgerUrl() {
            return database;
        }

        /** Two desks with the same inbox, one of them from its end, so that they meet in the middle; then both conclude. */
        @Test
        void twoCollectorsTogetherSayWhatOneSays() {
            String shared = Postgres.newDatabase();
            List<Inbox.Item> backwards = new ArrayList<>(inbox.items());
            java.util.Collections.reverse(backwards);
            CompletableFuture<Collector.Tally> one = CompletableFuture.supplyAsync(() -> desk(shared, inbox));
            CompletableFuture<Collector.Tally> other = CompletableFuture.supplyAsync(() -> desk(shared, new Inbox(inbox.places(), backwards, List.of())));
            assertThat(one.join().checked()).isPositive();
            assertThat(other.join().checked()).isPositive();
            try (Ledger together = Ledger.open(shared)) {
                assertThat(LedgerContents.of(together)).isEqualTo(LedgerContents.of(ledger));
            }
        }

        private static Collector.Tally desk(String url, Inbox inbox) {
            try (Ledger ledger = Ledger.open(url)) {
                ledger.claim(county.template().id(), county.template().version());
                Collector.Tally tally = collect(ledger, inbox);
                assertThat(states(conclude(ledger)).keySet()).containsAll(county.states.keySet());
                return tally;
            }
        }
    }

    private static Map<String, String> states(Collection collection) {
        Map<String, String> states = new LinkedHashMap<>();
        collection.units().forEach(unit -> states.put(unit.code(), unit.state() + " " + unit.submissions().size()));
        return states;
    }

    private static List<String> remarks(Collection collection) {
        return collection.remarks().stream().map(remark -> remark.note().rule() + " " + remark.unit() + " " + remark.note().place().sheet() + "!" + remark.note().place().cell()).sorted().toList();
    }
}
