package goalsheet.collect;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.check.Checker;
import goalsheet.generate.Roster;
import goalsheet.rule.CollectRules;
import goalsheet.rule.Example;
import goalsheet.rule.Rule;
import goalsheet.xlsx.WorkbookFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A county of 300 units and 1,500 projects: what the ledger says is what the county knows of itself. */
class CountyTest {
    private static final int UNITS = 300;
    /** Step of an example of these rules: what the units with this number among twenty have sent. */
    private static final String COUNTY = "county ";

    @TempDir
    private static Path folder;
    private static County county;
    private static Inbox inbox;
    private static Collector.Tally tally;
    private static Collection collection;
    private static Ledger ledger;

    @BeforeAll
    static void collect() throws IOException {
        county = County.of(folder, UNITS, 2023);
        inbox = Inbox.of(List.of(county.inbox()), file -> false);
        ledger = Ledger.open("jdbc:sqlite:" + folder.resolve("ledger.db"));
        tally = collector(ledger).collect(inbox, (item, isNew) -> { });
        collection = Collection.conclude(county.template(), Roster.read(county.template(), county.roster()), ledger);
    }

    private static Collector collector(Ledger into) {
        return new Collector(into, new Checker(id -> Optional.of(county.template())), WorkbookFile.Opening.PLAIN, "test", 2);
    }

    @Test
    void countsEveryFileOnce() {
        assertThat(inbox.items()).hasSize(county.files);
        assertThat(inbox.skipped()).hasSize(county.litter);
        assertThat(tally.checked() + tally.known()).isEqualTo(county.files);
    }

    @Test
    void everyUnitStandsAsItShould() {
        Map<String, String> states = new LinkedHashMap<>();
        collection.units().forEach(unit -> states.put(unit.code(), unit.state() + " " + unit.submissions().size()));
        assertThat(states).isEqualTo(county.states);
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
        assertThat(collection.remarks().stream().map(remark -> remark.note().rule() + " " + remark.unit() + " " + remark.note().place().sheet() + "!" + remark.note().place().cell()).sorted().toList())
                .isEqualTo(county.remarks);
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

    private static boolean told(Rule rule, Example example) {
        String step = ((Example.Deed) example).steps().get(0);
        assertThat(step).startsWith(COUNTY);
        int fate = Integer.parseInt(step.substring(COUNTY.length()));
        // Among the strangers are those that send something besides.
        return collection.remarks().stream().anyMatch(remark -> remark.note().rule().equals(rule.id()) && County.fate(remark.unit()) == fate);
    }

    @Test
    void secondRunChecksNothing() {
        Collector.Tally again = collector(ledger).collect(inbox, (item, isNew) -> { });
        assertThat(again).isEqualTo(new Collector.Tally(0, county.files));
    }
}
