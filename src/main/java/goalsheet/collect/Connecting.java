package goalsheet.collect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;

/** Connects to the database of a ledger. */
final class Connecting {
    private static final int PATIENCE_MILLIS = 60_000;

    private Connecting() {
    }

    /** Whether the ledger is on a server, not in a file of its own. */
    static boolean isServer(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    /**
     * @param isChecked whether a file is looked through for damage first
     * @throws LedgerException when the ledger cannot be used
     */
    static Connection to(String url, boolean isChecked) {
        boolean server = isServer(url);
        long patience = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (true) {
            try {
                return server ? DriverManager.getConnection(url) : connectToFile(url, isChecked);
            } catch (SQLException e) {
                String words = String.valueOf(e.getMessage());
                if (server || !words.contains("SQLITE_BUSY") || System.nanoTime() >= patience) {
                    boolean damaged = !server && words.contains("SQLITE_NOTADB") || words.contains("SQLITE_CORRUPT");
                    throw new LedgerException(damaged ? LedgerException.Problem.DAMAGED : LedgerException.Problem.UNREACHABLE, damaged ? url.substring("jdbc:sqlite:".length()) : words, e);
                }
                // SQLite does not wait by itself while another collector opens or closes the ledger, which changes how it is kept.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    private static Connection connectToFile(String url, boolean isChecked) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.enforceForeignKeys(true);
        Connection connection = DriverManager.getConnection(url, config.toProperties());
        if (isChecked) {
            try {
                check(connection, url);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
        return connection;
    }

    private static void check(Connection connection, String url) throws SQLException {
        try (ResultSet check = connection.createStatement().executeQuery("PRAGMA quick_check(1)")) {
            if (!check.next() || !check.getString(1).equals("ok")) {
                connection.close();
                throw new LedgerException(LedgerException.Problem.DAMAGED, url.substring("jdbc:sqlite:".length()));
            }
        }
    }
}
