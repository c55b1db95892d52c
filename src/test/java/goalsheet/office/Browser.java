package goalsheet.office;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The section chief's browser: a headless Chromium with a new profile for every page, which writes down what it asks the network for. */
public final class Browser {
    private static final int PATIENCE_SECONDS = 120;
    /** Chromium asks its maker for updates whatever it is told; what a page asks for stands under the page's own origin. */
    private static final Pattern OF_PAGE = Pattern.compile("\"network_isolation_key\":\"file://.*?\"url\":\"([^\"]*)\"");

    private Browser() {
    }

    /**
     * A page as it stands once its scripts have run.
     *
     * @param dom      of the whole document
     * @param requests addresses on a network that it, and not the browser for itself, has asked for
     * @param console  what went wrong, one line each: refused by the page's policy, exceptions
     */
    public record Shown(String dom, List<String> requests, List<String> console) {
    }

    /** Whether there is one; where {@code GOALSHEET_REQUIRE_OFFICE} is 1 its absence fails. */
    public static boolean available() {
        try {
            Office.program("chromium");
            return true;
        } catch (IOException e) {
            if (Office.isRequired()) {
                throw new IllegalStateException("Chromium is required here, but " + e.getMessage());
            }
            System.err.println("SKIPPED: tests in a browser, " + e.getMessage());
            return false;
        }
    }

    /** @param view what stands behind the # of the address, encoded */
    public static Shown show(Path page, String view) throws IOException {
        Path log = Files.createTempFile("net", ".json");
        try {
            Said said = run(page, view, "--dump-dom", "--log-net-log=" + log);
            List<String> requests = new ArrayList<>();
            for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
                Matcher asked = OF_PAGE.matcher(line);
                if (asked.find()) {
                    requests.add(asked.group(1));
                }
            }
            return new Shown(said.out(), List.copyOf(requests), said.err().lines().filter(line -> line.contains("CONSOLE")).toList());
        } finally {
            Files.delete(log);
        }
    }

    /** Prints the page as it would be printed by hand. */
    public static Path print(Path page, String view, Path pdf) throws IOException {
        run(page, view, "--print-to-pdf=" + pdf, "--no-pdf-header-footer");
        return pdf;
    }

    /** A picture of so many points. */
    public static Path picture(Path page, String view, int width, int height, Path png) throws IOException {
        run(page, view, "--window-size=" + width + "," + height, "--screenshot=" + png);
        return png;
    }

    private record Said(String out, String err) {
    }

    private static Said run(Path page, String view, String... options) throws IOException {
        Path profile = Files.createTempDirectory("browser");
        Path err = Files.createTempFile("browser", ".log");
        Path out = Files.createTempFile("browser", ".out");
        try {
            List<String> command = new ArrayList<>(List.of(Office.program("chromium").toString(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--enable-logging=stderr", "--user-data-dir=" + profile));
            command.addAll(List.of(options));
            command.add(page.toUri().toASCIIString() + (view.isEmpty() ? "" : "#" + view));
            Process process = new ProcessBuilder(command).redirectError(err.toFile()).redirectOutput(out.toFile()).start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException("Chromium failed: " + Files.readString(err));
            }
            return new Said(Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(err);
            Files.delete(out);
            delete(profile);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (java.io.UncheckedIOException | java.nio.file.DirectoryNotEmptyException late) {
            // A helper of the browser may still be leaving; the folder is a temporary one.
            return;
        }
    }
}
