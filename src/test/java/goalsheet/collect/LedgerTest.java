package goalsheet.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.rule.Severity;
import goalsheet.rule.Verdict;
import goalsheet.rule.Verdict.Outcome;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.OwnMarks;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ledger keeps, exactly, and what it says when it cannot. */
class LedgerTest {
    @TempDir
    private static Path folder;

    private static Checked checked(String sha256, String checker, List<Note> notes, List<Content> contents, String unit) {
        Verdict verdict = new Verdict(Path.of("a.xlsx"), sha256, notes.isEmpty() ? Outcome.CLEAN : Outcome.FINDINGS, "hebei-2023", 1, unit, "城关镇\u0000\uD800", List.of());
        return new Checked(new Sighting("收到/a.xlsx", sha256, 1, 1_000, 2_000), checker, 3_000, verdict, notes, contents, OwnMarks.Page.NONE);
    }

    private static String words(String url) {
        try (Ledger ledger = Ledger.open(url)) {
            ledger.claim("hebei-2023", 1);
            return "opened";
        } catch (LedgerException e) {
            return e.words().in(Lang.ZH);
        }
    }

    abstract static class Kept {
        abstract String url();

        @Test
        void keepsWhatAWorkbookSaid() {
            Note odd = Handmade.note("AMT001", Severity.ERROR, "项目1", "C4", "budget", "'; DROP TABLE finding; -- \u0000 \uD83C\uDFDB", "不等");
            Content amount = new Content("project", 1, "", 0, "budget", "项目1", "C4", "48.5", Optional.of(new BigDecimal("48.50")));
            Content text = new Content("project", 1, "indicators", 2, "name", "项目1", "C11", "🏛️\uD800 =1+1", Optional.empty());
            String sha256 = "ab".repeat(32);
            try (Ledger ledger = Ledger.open(url())) {
                ledger.record(checked(sha256, "1", List.of(odd, odd), List.of(amount, text), "301001"));
                assertThat(ledger.knows(sha256, "1")).isTrue();
                assertThat(ledger.knows(sha256, "2")).isFalse();
                assertThat(ledger.notes(sha256)).extracting(Note::value).containsExactly("'; DROP TABLE finding; -- \uFFFD \uD83C\uDFDB", "'; DROP TABLE finding; -- \uFFFD \uD83C\uDFDB");
                assertThat(ledger.contents(sha256)).containsExactly(amount, new Content("project", 1, "indicators", 2, "name", "项目1", "C11", "🏛️\uFFFD =1+1", Optional.empty()));
                assertThat(ledger.submissions()).extracting(Received::unitName, Received::received, Received::origins, Received::present).containsExactly(org.assertj.core.groups.Tuple.tuple("城关镇\uFFFD\uFFFD", 1_000L, List.of("收到/a.xlsx"), true));

                // another program checks it again: what the older one said goes
                ledger.record(checked(sha256, "2", List.of(), List.of(amount), "301001"));
                assertThat(ledger.notes(sha256)).isEmpty();
                assertThat(ledger.contents(sha256)).containsExactly(amount);
                assertThat(ledger.submissions()).extracting(Received::checker).containsExactly("2");
            }
        }

        /** As a Chinese dictionary does it, 包 comes before 城; by the numbers of the characters it is the other way round for others. */
        @Test
        void placesAreInOneOrderWhateverTheServerSpeaks() {
            String sha256 = "cd".repeat(32);
            try (Ledger ledger = Ledger.open(url())) {
                ledger.record(checked(sha256, "1", List.of(), List.of(), "301001"));
                for (String origin : List.of("全部.zip!白庙.xlsx", "收到/石桥.xlsx", "收到/b.xlsx", "收到/B.xlsx", "收到/白庙.xlsx", "收到/柳河.xlsx")) {
                    ledger.saw(new Sighting(origin, sha256, 1, 1_000, 2_000));
                }
                List<String> sorted = List.of("收到/B.xlsx", "收到/a.xlsx", "收到/b.xlsx", "收到/柳河.xlsx", "收到/白庙.xlsx", "收到/石桥.xlsx", "全部.zip!白庙.xlsx");
                assertThat(ledger.submissions()).extracting(Received::origins).containsExactly(sorted);
                assertThat(ledger.submissions().get(0).origin()).isEqualTo("收到/B.xlsx");
            }
        }

        /** What an older program wrote is all there; where it lies is looked up by the next run. */
        @Test
        void anOlderLedgerIsBroughtUpToDate() throws IOException, SQLException {
            String url = url();
            try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
                for (String sql : Files.readString(Path.of("src/main/resources/goalsheet/collect/ledger-1.sql")).replaceAll("(?m)^--.*$", "").split(";")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
                statement.execute("CREATE TABLE schema_version (version INTEGER NOT NULL)");
                statement.execute("INSERT INTO schema_version (version) VALUES (1)");
                statement.execute("INSERT INTO file VALUES ('收到/b.xlsx', 'aa', 1, 2000, 2000), ('收到/a.xlsx', 'aa', 1, 1000, 2000)");
                statement.execute("INSERT INTO submission VALUES ('aa', '1', 3000, '301001', '城关镇', 'hebei-2023', 1, 'CLEAN', '', 0, 0, 0, 'cc')");
            }
            try (Ledger ledger = Ledger.open(url)) {
                assertThat(ledger.knows("aa", "1")).isTrue();
                Received received = new Received("aa", "1", 3_000, 1_000, List.of("收到/a.xlsx", "收到/b.xlsx"), false, "301001", "城关镇", "hebei-2023", 1, Outcome.CLEAN, "", 0, 0, 0, "cc", OwnMarks.Page.NONE, false);
                assertThat(ledger.submissions()).containsExactly(received);
                ledger.saw(new Sighting("收到/b.xlsx", "aa", 1, 2_000, 4_000));
                assertThat(ledger.submissions()).extracting(Received::origins, Received::present, Received::received).containsExactly(org.assertj.core.groups.Tuple.tuple(List.of("收到/b.xlsx"), true, 1_000L));
            }
        }

        /** Other contents in the same place, or nothing there any more; what another desk has seen is not this desk's to miss. */
        @Test
        void whatIsGoneIsKnown(@TempDir Path inbox) throws IOException, SQLException {
            String url = url();
            try (Ledger ledger = Ledger.open(url); Connection other = DriverManager.getConnection(url)) {
                for (String name : List.of("a", "b", "c")) {
                    Files.writeString(inbox.resolve(name + ".xlsx"), name);
                    ledger.record(checked(name.repeat(64), "1", List.of(), List.of(), "30100" + name));
                    ledger.saw(new Sighting(inbox.resolve(name + ".xlsx").toString(), name.repeat(64), 1, 1_000, 2_000));
                }
                ledger.record(checked("d".repeat(64), "1", List.of(), List.of(), "30100d"));
                other.createStatement().execute("DELETE FROM file WHERE origin = '收到/a.xlsx'");
                other.createStatement().execute("INSERT INTO file (place, origin, sha256, size, modified, seen, present) VALUES ('other desk " + inbox.resolve("d.xlsx") + "', 'd.xlsx', '" + "d".repeat(64) + "', 1, 1, 1, 1)");
                ledger.missed(Inbox.of(List.of(inbox), file -> false));
                assertThat(present(ledger)).containsExactly("30100a true", "30100b true", "30100c true", "30100d true");
                Files.delete(inbox.resolve("b.xlsx"));
                ledger.saw(new Sighting(inbox.resolve("c.xlsx").toString(), "d".repeat(64), 1, 1_000, 2_000));
                ledger.missed(Inbox.of(List.of(Files.createDirectory(inbox.resolveSibling(inbox.getFileName() + "2"))), file -> false));
                assertThat(present(ledger)).containsExactly("30100a true", "30100b true", "30100c false", "30100d true");
                ledger.missed(Inbox.of(List.of(inbox), file -> false));
                assertThat(present(ledger)).containsExactly("30100a true", "30100b false", "30100c false", "30100d true");
            }
        }

        private static List<String> present(Ledger ledger) {
            return ledger.submissions().stream().map(each -> each.unitCode() + " " + each.present()).sorted().toList();
        }

        /** Whatever a later check says, it was returned; a page of ours is what the last check has seen. */
        @Test
        void whatWentBackIsRemembered() {
            String sha256 = "ef".repeat(32);
            try (Ledger ledger = Ledger.open(url())) {
                Checked copy = checked(sha256, "1", List.of(), List.of(), "301001");
                ledger.record(new Checked(copy.sighting(), "1", 3_000, copy.verdict(), List.of(), List.of(), OwnMarks.Page.BESIDE_OTHERS));
                Received received = ledger.submissions().get(0);
                assertThat(received.page()).isEqualTo(OwnMarks.Page.BESIDE_OTHERS);
                assertThat(received.returned()).isFalse();
                ledger.conclude(List.of(new Standing("301001", "城关镇", "", "", "", true, State.ERRORS, List.of(received), Optional.of(received))), List.of());
                ledger.record(checked(sha256, "2", List.of(), List.of(), "301001"));
                ledger.conclude(List.of(new Standing("301001", "城关镇", "", "", "", true, State.RECEIVED, List.of(received), Optional.of(received))), List.of());
                assertThat(ledger.submissions()).extracting(Received::page, Received::returned).containsExactly(org.assertj.core.groups.Tuple.tuple(OwnMarks.Page.NONE, true));
            }
        }

        /** For whom a submission was taken, and as the how-manieth. */
        @Test
        void roundsAreWrittenDown() throws SQLException {
            String url = url();
            try (Ledger ledger = Ledger.open(url); Connection other = DriverManager.getConnection(url)) {
                for (String name : List.of("a", "b", "c")) {
                    ledger.record(checked(name.repeat(64), "1", List.of(), List.of(), "301001"));
                }
                List<Received> all = ledger.submissions();
                ledger.conclude(List.of(new Standing("301001", "城关镇", "", "", "", true, State.RECEIVED, all.subList(0, 2), Optional.of(all.get(1)))), List.of());
                List<String> rounds = new ArrayList<>();
                try (ResultSet rows = other.createStatement().executeQuery("SELECT substr(sha256, 1, 1), unit, round FROM submission ORDER BY sha256")) {
                    while (rows.next()) {
                        rounds.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getInt(3));
                    }
                }
                assertThat(rounds).containsExactly("a 301001 1", "b 301001 2", "c  0");
            }
        }

        @Test
        void belongsToOneTemplate() {
            String url = url();
            try (Ledger ledger = Ledger.open(url)) {
                ledger.claim("central-2021", 1);
            }
            assertThat(words(url)).isEqualTo("这个台账属于另一种表样：central-2021。请换一个输出目录。");
        }

        @Test
        void isNotTouchedWhenANewerProgramWroteIt() throws SQLException {
            String url = url();
            Ledger.open(url).close();
            try (Connection connection = DriverManager.getConnection(url)) {
                connection.createStatement().execute("INSERT INTO schema_version (version) VALUES (99)");
            }
            assertThat(words(url)).isEqualTo("台账是更新版本的程序写的（第 99 版），请使用新版程序。");
        }

        @Test
        void isMadeByWhoeverComesFirst() throws InterruptedException {
            String url = url();
            Queue<String> all = new ConcurrentLinkedQueue<>();
            // Each desk opens and closes it again and again, so that some close while others open.
            List<Thread> desks = Stream.generate(() -> new Thread(() -> IntStream.range(0, 8).forEach(time -> all.add(words(url))))).limit(6).toList();
            desks.forEach(Thread::start);
            for (Thread desk : desks) {
                desk.join();
            }
            assertThat(all).hasSize(48).containsOnly("opened");
        }
    }

    @Nested
    class InAFile extends Kept {
        @Override
        String url() {
            return "jdbc:sqlite:" + folder.resolve(java.util.UUID.randomUUID() + ".db");
        }

        @Test
        void damageIsTold() throws IOException {
            Path file = Files.write(folder.resolve("damaged.db"), "这不是台账".repeat(1000).getBytes(StandardCharsets.UTF_8));
            assertThat(words("jdbc:sqlite:" + file)).isEqualTo("台账文件已损坏：" + file + "。请把它改名移开再运行一次，所有文件会重新检查。");
        }
    }

    @Nested
    class OnAServer extends Kept {
        @Override
        String url() {
            assumeTrue(Postgres.available());
            return Postgres.newDatabase();
        }

        @Test
        void aServerThatIsNotThereIsTold() {
            assertThat(words("jdbc:postgresql://127.0.0.1:1/none")).startsWith("打不开台账：");
        }

        @Test
        void aConnectionThatIsLostIsToldInWords() throws SQLException {
            String url = url();
            try (Ledger ledger = Ledger.open(url); Connection other = DriverManager.getConnection(url)) {
                other.createStatement().execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
                assertThatThrownBy(ledger::submissions).isInstanceOfSatisfying(org.jdbi.v3.core.JdbiException.class, e ->
                        assertThat(LedgerException.lost(e).orElseThrow().words()).isInstanceOfSatisfying(Text.class, words -> assertThat(words.zh()).startsWith("台账写不下去了：").endsWith("已经写进去的都在，排除原因后再运行一次，会接着做。")));
            }
        }
    }
}
