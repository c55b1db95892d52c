package goalsheet.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Other programs that open a workbook and save it: libraries that systems of units are built on. {@code .ci/install-test-tools.sh}
 * installs them; tests skip with a line that says so where they are missing, and fail where {@code GOALSHEET_REQUIRE_OFFICE} is 1.
 */
public enum Programs {
    EXCELJS("node", "exceljs.js"), SHEETJS("node", "sheetjs.js"), OPENPYXL("/usr/bin/python3", "openpyxl_save.py");

    private static final Path SCRIPTS = Path.of("src/test/programs").toAbsolutePath();
    private static final int PATIENCE_SECONDS = 300;

    private final String runner;
    private final String script;
    private Optional<String> absence;

    Programs(String runner, String script) {
        this.runner = runner;
        this.script = script;
    }

    /** Whether it can be had; says so on stderr, once, when it cannot. */
    public boolean available() {
        if (absence == null) {
            try {
                run(this == OPENPYXL ? List.of(runner, "-c", "import openpyxl") : List.of(runner, "-e", "require('" + (this == EXCELJS ? "exceljs" : "xlsx") + "')"));
                absence = Optional.empty();
            } catch (IOException e) {
                absence = Optional.of(e.getMessage());
                System.err.println("SKIPPED: tests with " + this + ", " + e.getMessage().lines().findFirst().orElse(""));
            }
        }
        if (absence.isPresent() && Office.isRequired()) {
            throw new IllegalStateException(this + " is required here, but " + absence.get());
        }
        return absence.isEmpty();
    }

    /** Opens and saves again; openpyxl also does to the looks what it is told. */
    public Path resave(Path in, Path out, String... looks) throws IOException {
        List<String> command = new ArrayList<>(List.of(runner, SCRIPTS.resolve(script).toString(), in.toString(), out.toString()));
        command.addAll(List.of(looks));
        run(command);
        return out;
    }

    /** Where npm has put its libraries: beside no source and in no folder that a clean build removes. */
    private static Path modules() {
        Map<String, String> environment = System.getenv();
        String cache = environment.getOrDefault("XDG_CACHE_HOME", environment.getOrDefault("HOME", "") + "/.cache");
        return Path.of(environment.getOrDefault("GOALSHEET_TEST_PROGRAMS", cache + "/goalsheet-test-programs"), "node_modules");
    }

    private static void run(List<String> command) throws IOException {
        Path log = Files.createTempFile("program", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("NODE_PATH", modules().toString());
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command + " does not end");
            }
            if (process.exitValue() != 0) {
                throw new IOException(command + ": " + Files.readString(log).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(log);
        }
    }
}
