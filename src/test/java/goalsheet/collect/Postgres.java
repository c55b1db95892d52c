package goalsheet.collect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * An office's database server: one real PostgreSQL for the whole test run, with a folder of its own, started at the first use and
 * gone with the JVM. It puts texts in the order of a Chinese dictionary, as a server of such an office may. Where {@code GOALSHEET_REQUIRE_OFFICE} is 1 its absence fails; elsewhere tests that need it skip.
 */
public final class Postgres {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static Postgres running;
    private static String absence;

    private final int port;

    private Postgres(int port) {
        this.port = port;
    }

    /** Whether there is a server; says so on stderr, once, when there is none. */
    public static synchronized boolean available() {
        if (running == null && absence == null) {
            try {
                running = start();
            } catch (IOException e) {
                absence = e.getMessage();
                System.err.println("SKIPPED: tests on PostgreSQL, " + absence);
            }
        }
        if (running == null && "1".equals(System.getenv("GOALSHEET_REQUIRE_OFFICE"))) {
            throw new IllegalStateException("PostgreSQL is required here, but " + absence);
        }
        return running != null;
    }

    /** A database with nothing in it. */
    public static String newDatabase() {
        if (!available()) {
            throw new IllegalStateException(absence);
        }
        String name = "collection" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(running.url("postgres"))) {
            connection.createStatement().execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return running.url(name);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=office";
    }

    private static Postgres start() throws IOException {
        Path programs = programs();
        Path home = Files.createTempDirectory("goalsheet-postgres");
        Path data = home.resolve("data");
        // The server refuses to run as root.
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root) {
            run(List.of("chown", "postgres", home.toString()));
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> as = root ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups") : List.of();
        run(join(as, programs.resolve("initdb").toString(), "--pgdata=" + data, "--username=office", "--auth=trust", "--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=zh-Hans-CN", "--no-sync"));
        String options = "-p " + port + " -k " + home + " -c listen_addresses=127.0.0.1 -c fsync=off";
        List<String> control = join(as, programs.resolve("pg_ctl").toString(), "--pgdata=" + data, "--wait");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(join(control, "--mode=immediate", "stop"), home)));
        run(join(control, "--log=" + home.resolve("server.log"), "--options=" + options, "start"));
        return new Postgres(port);
    }

    private static Path programs() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            throw new IOException("there is no " + DEBIAN);
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin")).filter(bin -> Files.isExecutable(bin.resolve("initdb"))).max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new IOException("the server is not installed"));
        }
    }

    private static List<String> join(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all;
    }

    private static void run(List<String> command) throws IOException {
        // Into a file: the server keeps what it was started with open.
        Path said = Files.createTempFile("postgres", ".log");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).directory(new java.io.File("/")).start();
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + Files.readString(said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(said);
        }
    }

    private static void stop(List<String> command, Path home) {
        try {
            run(command);
            run(List.of("rm", "-rf", home.toString()));
        } catch (IOException e) {
            System.err.println("PostgreSQL may still run: " + e.getMessage());
        }
    }
}
