package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoggingTest {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @AfterEach
    void restore() {
        context.stop();
        System.setErr(before);
        Logging.verbose(false);
    }

    private String logged() {
        new Logging().configure(context);
        context.getLogger("goalsheet.x").debug("调试");
        context.getLogger("goalsheet.x").warn("注意", new IllegalStateException("why"));
        context.getLogger("org.apache.poi.POIDocument").warn("library talk");
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void warnsInOneLine() {
        assertThat(logged().lines()).containsExactly("WARN  注意");
    }

    @Test
    void tellsEverythingWhenAsked() {
        Logging.verbose(true);
        assertThat(logged()).contains("调试", "注意", "java.lang.IllegalStateException: why", "at goalsheet.cli.LoggingTest", "library talk");
    }
}
