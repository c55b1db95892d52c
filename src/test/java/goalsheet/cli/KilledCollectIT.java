package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.collect.County;
import goalsheet.collect.Ledger;
import goalsheet.collect.LedgerContents;
import goalsheet.collect.Postgres;
import goalsheet.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed program, killed again and again while it collects: no submission is lost, none is there twice, and no output is half. */
class KilledCollectIT {
    /** {@code -Dgoalsheet.kills=100} and {@code -Dgoalsheet.seed=} for more, and for other moments. */
    private static final int KILLS = Integer.getInteger("goalsheet.kills", 12);
    private static final long SEED = Long.getLong("goalsheet.seed", 20_230_115L);
    private static final int UNITS = 60;

    @TempDir
    private static Path folder;
    private static County county;
    private static LedgerContents whole;
    private static List<String> outputs;
    private static long lasted;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void uninterrupted() throws Exception {
        county = County.of(folder, UNITS, SEED);
        // The form is the county's own, of which there is a second version.
        Files.writeString(folder.resolve("form.yaml"), Files.readString(Path.of("templates/hebei-2023.yaml")).replaceFirst("(?m)^version: 1$", "version: 2"));
        Path out = folder.resolve("whole");
        long start = System.nanoTime();
        run(out, ledger(out)).waitFor();
        lasted = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        whole = contents(ledger(out));
        outputs = outputs(out);
        assertThat(whole.submissions()).hasSizeGreaterThan(UNITS);
    }

    @Test
    void inAFile() throws Exception {
        Path out = folder.resolve("file");
        assertLedgerStaysWhole(out, ledger(out));
    }

    @Test
    void onAServer() throws Exception {
        assumeTrue(Postgres.available());
        assertLedgerStaysWhole(folder.resolve("server"), Postgres.newDatabase());
    }

    private void assertLedgerStaysWhole(Path out, String url) throws Exception {
        List<Integer> known = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            int before = count(url);
            Process process = run(out, url);
            if (kill < KILLS * 2 / 3) {
                // while workbooks are taken in, a few further on each time
                int wanted = before + 1 + random.nextInt(2 * UNITS / KILLS);
                while (process.isAlive() && count(url) < wanted) {
                    Thread.sleep(5);
                }
                Thread.sleep(random.nextInt(30));
            } else {
                // at any moment, results being written included
                process.waitFor((long) (random.nextDouble() * lasted), TimeUnit.MILLISECONDS);
            }
            process.destroyForcibly().waitFor();
            known.add(contents(url).submissions().size());
        }
        assertThat(known).as("submissions after each kill").isSorted();
        assertThat(known.stream().filter(count -> count > 0 && count < whole.submissions().size()).distinct().count()).as("kills that hit while workbooks were taken in: " + known).isGreaterThanOrEqualTo(KILLS / 3);
        Process last = run(out, url);
        assertThat(last.waitFor()).isEqualTo(ExitCode.ERRORS_FOUND.number());
        assertThat(contents(url)).isEqualTo(whole);
        assertThat(outputs(out)).isEqualTo(outputs);
    }

    /** How many submissions are in the ledger, seen from outside while it is written. */
    private static int count(String url) {
        if (url.startsWith("jdbc:sqlite:") && !Files.exists(Path.of(url.substring("jdbc:sqlite:".length())))) {
            return 0;
        }
        try (Connection connection = DriverManager.getConnection(url); ResultSet rows = connection.createStatement().executeQuery("SELECT count(*) FROM submission")) {
            return rows.next() ? rows.getInt(1) : 0;
        } catch (SQLException notYet) {
            return 0;
        }
    }

    private static String ledger(Path out) {
        return "jdbc:sqlite:" + out.resolve(CollectCommand.LEDGER);
    }

    private static Process run(Path out, String url) throws IOException {
        return new ProcessBuilder("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", "target/goalsheet.jar", "collect", "-r", county.roster().toString(), "-t", folder.resolve("form.yaml").toString(), "-o", out.toString(),
                "--db", url, county.inbox().toString()).redirectErrorStream(true).redirectOutput(Files.createDirectories(out).resolveSibling(out.getFileName() + ".log").toFile()).start();
    }

    private static LedgerContents contents(String url) {
        try (Ledger ledger = Ledger.open(url)) {
            return LedgerContents.of(ledger);
        }
    }

    private static String hash(Path file) {
        try {
            return Sha256.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies there but for the ledger and what cut-short runs have left, which the next run an hour later clears away: with its hash unless it tells of the run itself. */
    private static List<String> outputs(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile).map(file -> out.relativize(file).toString()).filter(name -> !name.startsWith(CollectCommand.LEDGER))
                    .filter(name -> !Path.of(name).getFileName().toString().matches("\\.goalsheet-.*\\.tmp"))
                    .map(name -> name.contains("/") || name.endsWith(".txt") ? name + " " + hash(out.resolve(name)) : name).sorted().toList();
        }
    }
}
