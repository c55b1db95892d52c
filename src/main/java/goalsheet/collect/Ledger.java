package goalsheet.collect;

import goalsheet.rule.Verdict.Outcome;
import goalsheet.xlsx.OwnMarks;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * The ledger of one collection, in a file of its own (SQLite) or on a server (PostgreSQL). What a workbook said is written in one
 * transaction, so that a run cut short at any moment leaves whole submissions only and the next one goes on where it stopped.
 */
public final class Ledger implements AutoCloseable {
    /** Any number, the same for all collectors: who holds it changes the tables that depend on all submissions. */
    private static final long LOCK = 7_305_531_121L;

    private final String url;
    private final Connection connection;
    private final Handle handle;
    private final boolean server;
    private final boolean isReader;
    /** Texts are put in order by their characters' numbers, whatever language the server speaks. */
    private final String plain;

    private Ledger(String url, Connection connection, boolean isReader) {
        this.url = url;
        this.connection = connection;
        this.handle = Jdbi.create(connection).open();
        this.server = Connecting.isServer(url);
        this.isReader = isReader;
        this.plain = server ? "COLLATE \"C\"" : "COLLATE BINARY";
        handle.getConfig(SqlStatements.class).define("plain", plain);
    }

    /**
     * Opens a ledger, makes it when there is none, and brings it up to date.
     *
     * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://…}
     * @throws LedgerException when it cannot be used
     */
    public static Ledger open(String url) {
        Ledger ledger = new Ledger(url, Connecting.to(url, true), false);
        try {
            return ledger.exclusively(() -> {
                Schema.migrate(ledger.handle);
                return ledger;
            });
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    /** The same ledger once more, for another thread to read while this one is open. */
    public Ledger reader() {
        return new Ledger(url, Connecting.to(url, false), true);
    }

    /** One transaction that no other collector of this ledger runs at the same time: what is read in it stays as it is until its end. */
    <T> T exclusively(Supplier<T> work) {
        return handle.inTransaction(transaction -> {
            if (server) {
                transaction.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
            }
            return work.get();
        });
    }

    /**
     * Holds the ledger to one template.
     *
     * @throws LedgerException when it belongs to another
     */
    public void claim(String template, int version) {
        exclusively(() -> {
            Optional<String> known = template();
            if (known.isPresent() && !known.get().equals(template)) {
                throw new LedgerException(LedgerException.Problem.OTHER_TEMPLATE, known.get());
            }
            return handle.execute("INSERT INTO collection (template, version) VALUES (?, ?) ON CONFLICT (template) DO UPDATE SET version = excluded.version", template, version);
        });
    }

    /** The template that the ledger belongs to; empty while nothing was collected. */
    public Optional<String> template() {
        return handle.createQuery("SELECT template FROM collection").mapTo(String.class).findFirst();
    }

    /** Whether these bytes were checked by this checker before. */
    public boolean knows(String sha256, String checker) {
        return handle.createQuery("SELECT count(*) FROM submission WHERE sha256 = ? AND checker = ?").bind(0, sha256).bind(1, checker).mapTo(Integer.class).one() > 0;
    }

    /** Writes down where a workbook lies, whose check is in the ledger already. */
    public void saw(Sighting sighting) {
        handle.useTransaction(transaction -> saw(transaction, sighting));
    }

    private static void saw(Handle handle, Sighting sighting) {
        String place = Places.of(sighting.origin());
        handle.execute("INSERT INTO file (place, origin, sha256, size, modified, seen, present) VALUES (?, ?, ?, ?, ?, ?, 1) ON CONFLICT (place, sha256) DO UPDATE SET origin = excluded.origin, "
                + "seen = excluded.seen, present = 1, modified = CASE WHEN excluded.modified < file.modified THEN excluded.modified ELSE file.modified END",
                place, sighting.origin(), sighting.sha256(), sighting.size(), sighting.modified(), sighting.seen());
        handle.execute("UPDATE file SET present = 0 WHERE place = ? AND sha256 <> ? AND present = 1", place, sighting.sha256());
    }

    /** Writes down what lay in the places of an inbox before and is not there any more. */
    public void missed(Inbox inbox) {
        Set<String> there = inbox.items().stream().map(item -> Places.of(item.origin())).collect(Collectors.toSet());
        List<String> looked = inbox.places().stream().map(place -> Places.of(place.toString())).toList();
        handle.useTransaction(transaction -> {
            List<String> gone = transaction.createQuery("SELECT DISTINCT place FROM file WHERE present = 1").mapTo(String.class).list().stream()
                    .filter(place -> !there.contains(place) && looked.stream().anyMatch(folder -> Places.isWithin(place, folder))).sorted().toList();
            batch(transaction, "UPDATE file SET present = 0 WHERE place = ?", gone.stream().map(place -> new Object[] {place}));
        });
    }

    /** Writes down what a check said of a workbook, in the place of what an older program said. */
    public void record(Checked checked) {
        handle.useTransaction(transaction -> {
            // First, as it keeps other collectors of the same workbook waiting.
            transaction.createUpdate("INSERT INTO submission (sha256, checker, checked, unit_code, unit_name, template, version, outcome, reason, errors, warnings, infos, contents, page) "
                    + "VALUES (:sha256, :checker, :checked, :unitCode, :unitName, :template, :version, :outcome, :reason, :errors, :warnings, :infos, :contents, :page) "
                    + "ON CONFLICT (sha256) DO UPDATE SET checker = excluded.checker, checked = excluded.checked, unit_code = excluded.unit_code, unit_name = excluded.unit_name, "
                    + "template = excluded.template, version = excluded.version, outcome = excluded.outcome, reason = excluded.reason, errors = excluded.errors, "
                    + "warnings = excluded.warnings, infos = excluded.infos, contents = excluded.contents, page = excluded.page").bindMap(checked.columns()).execute();
            String sha256 = checked.sighting().sha256();
            transaction.execute("DELETE FROM finding WHERE sha256 = ?", sha256);
            transaction.execute("DELETE FROM entry WHERE sha256 = ?", sha256);
            notes(transaction, sha256, checked.notes());
            contents(transaction, sha256, checked.contents());
            saw(transaction, checked.sighting());
        });
    }

    private static void notes(Handle handle, String sha256, List<Note> notes) {
        batch(handle, NoteRows.insert("finding", "sha256, number"), IntStream.range(0, notes.size()).mapToObj(i -> NoteRows.values(notes.get(i), sha256, i + 1)));
    }

    private static void contents(Handle handle, String sha256, List<Content> contents) {
        batch(handle, "INSERT INTO entry (sha256, part, sheet_no, list, row_no, field, sheet, cell, content, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                contents.stream().map(content -> new Object[] {sha256, content.part(), content.sheetNo(), content.list(), content.row(), content.field(), storable(content.sheet()), content.cell(),
                        storable(content.content()), content.number().map(BigDecimal::toPlainString).orElse(null)}));
    }

    /** Many rows at once, past JDBI, which looks for a way to bind each value anew: half of the time of writing down a workbook. */
    private static void batch(Handle handle, String sql, Stream<Object[]> rows) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            for (Object[] row : (Iterable<Object[]>) rows::iterator) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /** PostgreSQL keeps no NUL, and half a character pair has no form in UTF-8. */
    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                return mended(text);
            }
        }
        return text;
    }

    private static String mended(String text) {
        return text.codePoints().map(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** Every submission, in the order in which they came. */
    public List<Received> submissions() {
        Map<String, List<String>> origins = new HashMap<>();
        handle.createQuery("SELECT f.sha256, f.origin FROM file f JOIN (SELECT sha256, max(present) AS present FROM file GROUP BY sha256) best ON best.sha256 = f.sha256 AND best.present = f.present "
                + "ORDER BY f.origin <plain>, f.place <plain>").map((row, context) -> origins.computeIfAbsent(row.getString("sha256"), sha256 -> new ArrayList<>()).add(row.getString("origin"))).list();
        origins.values().forEach(places -> places.sort(Comparator.comparing(Places::isPacked)));
        return handle.createQuery("SELECT s.*, coalesce(f.received, s.checked) AS received, coalesce(f.present, 0) AS present FROM submission s "
                + "LEFT JOIN (SELECT sha256, min(modified) AS received, min(origin <plain>) AS origin, max(present) AS present FROM file GROUP BY sha256) f ON f.sha256 = s.sha256 "
                + "ORDER BY received, f.origin <plain>, s.sha256").map((row, context) -> received(row, origins)).list();
    }

    private static Received received(ResultSet row, Map<String, List<String>> origins) throws SQLException {
        String sha256 = row.getString("sha256");
        return new Received(sha256, row.getString("checker"), row.getLong("checked"), row.getLong("received"), List.copyOf(origins.getOrDefault(sha256, List.of())), row.getInt("present") == 1,
                row.getString("unit_code"), row.getString("unit_name"), row.getString("template"), row.getInt("version"), Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"), row.getInt("errors"), row.getInt("warnings"), row.getInt("infos"), row.getString("contents"), OwnMarks.Page.valueOf(row.getString("page")),
                row.getInt("returned") == 1);
    }

    /** What the check said of a submission, in the order of the workbook. */
    public List<Note> notes(String sha256) {
        return rows(NoteRows.select("finding", "") + " WHERE sha256 = ? ORDER BY number", sha256, row -> NoteRows.read(row, 0));
    }

    /** The values of a submission, sheet by sheet and row by row. */
    public List<Content> contents(String sha256) {
        return select(sha256, "");
    }

    /** The same without the rows of tables. */
    public List<Content> figures(String sha256) {
        return select(sha256, " AND list = ''");
    }

    /** Only what some fields hold, alone or in the rows of a table, on the sheets of one definition. */
    List<Content> contents(String sha256, String part, List<String> fields) {
        List<String> parameters = new ArrayList<>(List.of(part));
        parameters.addAll(fields);
        return select(sha256, " AND part = ? AND field IN (" + String.join(", ", Collections.nCopies(fields.size(), "?")) + ")", parameters.toArray(String[]::new));
    }

    private List<Content> select(String sha256, String which, String... parameters) {
        return rows("SELECT part, sheet_no, list, row_no, field, sheet, cell, content, number FROM entry WHERE sha256 = ?" + which
                + " ORDER BY part <plain>, sheet_no, list <plain>, row_no, field <plain>", sha256, Ledger::content, parameters);
    }

    /** What a row of an answer means. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** What there is of a submission, past JDBI like {@link #batch}: these are nearly all rows that are ever read. */
    private <T> List<T> rows(String sql, String sha256, Reading<T> reading, String... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql.replace("<plain>", plain))) {
            statement.setString(1, sha256);
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 2, parameters[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet answer = statement.executeQuery()) {
                while (answer.next()) {
                    rows.add(reading.of(answer));
                }
            }
            return List.copyOf(rows);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private static Content content(ResultSet row) throws SQLException {
        return new Content(row.getString(1), row.getInt(2), row.getString(3), row.getInt(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8),
                Optional.ofNullable(row.getString(9)).map(BigDecimal::new));
    }

    /** Writes down what follows from all submissions together, in the place of what was there. */
    void conclude(List<Standing> standings, List<Remark> remarks) {
        handle.useTransaction(transaction -> {
            transaction.execute("DELETE FROM standing");
            transaction.execute("DELETE FROM remark");
            transaction.execute("UPDATE submission SET unit = '', round = 0 WHERE round > 0");
            batch(transaction, "UPDATE submission SET unit = ?, round = ? WHERE sha256 = ?", standings.stream().flatMap(unit -> IntStream.range(0, unit.submissions().size())
                    .mapToObj(i -> new Object[] {storable(unit.code()), i + 1, unit.submissions().get(i).sha256()})));
            batch(transaction, "UPDATE submission SET returned = 1 WHERE sha256 = ?", standings.stream().filter(unit -> unit.state() == State.ERRORS)
                    .flatMap(unit -> unit.counts().stream()).filter(Received::isSound).map(counts -> new Object[] {counts.sha256()}));
            batch(transaction, "INSERT INTO standing (unit_code, unit_name, department, contact, phone, listed, state, counts, submissions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    standings.stream().map(unit -> new Object[] {storable(unit.code()), storable(unit.name()), unit.department(), unit.contact(), unit.phone(), unit.listed() ? 1 : 0,
                            unit.state().name(), unit.counts().map(Received::sha256).orElse(""), unit.submissions().size()}));
            batch(transaction, NoteRows.insert("remark", "number, unit_code, sha256"),
                    IntStream.range(0, remarks.size()).mapToObj(i -> NoteRows.values(remarks.get(i).note(), i + 1, storable(remarks.get(i).unit()), remarks.get(i).sha256())));
        });
    }

    /** What was remarked between workbooks. */
    public List<Remark> remarks() {
        return handle.createQuery(NoteRows.select("remark", "unit_code, sha256") + " ORDER BY number").map((row, context) -> new Remark(row.getString(1), row.getString(2), NoteRows.read(row, 2))).list();
    }

    @Override
    public void close() {
        try {
            if (!server && !isReader && !connection.isClosed()) {
                // Back into one file that can be copied.
                handle.execute("PRAGMA journal_mode = DELETE");
            }
        } catch (SQLException | RuntimeException inUse) {
            // Another collector has it open and will do so.
            return;
        } finally {
            handle.close();
            disconnect();
        }
    }

    /** The handle leaves alone what it was given. */
    private void disconnect() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }
}
