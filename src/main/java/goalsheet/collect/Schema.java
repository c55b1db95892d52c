package goalsheet.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jdbi.v3.core.Handle;

/** Brings a ledger's tables to the form this program works with: a script for each version, run once and in order. */
final class Schema {
    static final int VERSION = 3;

    private Schema() {
    }

    /**
     * Runs within the caller's transaction, which keeps other collectors out.
     *
     * @throws LedgerException when a newer program has written the ledger
     */
    static void migrate(Handle handle) {
        handle.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
        int found = handle.createQuery("SELECT coalesce(max(version), 0) FROM schema_version").mapTo(Integer.class).one();
        if (found > VERSION) {
            throw new LedgerException(LedgerException.Problem.NEWER, Integer.toString(found));
        }
        for (int version = found + 1; version <= VERSION; version++) {
            handle.createScript(script(version)).execute();
            handle.execute("INSERT INTO schema_version (version) VALUES (?)", version);
        }
    }

    private static String script(int version) {
        try (InputStream in = Schema.class.getResourceAsStream("ledger-" + version + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
