package goalsheet.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sets Logback up when the first logger is asked for: warnings to stderr, with {@code --verbose} everything and stack traces. */
public final class Logging extends ContextAwareBase implements Configurator {
    /** Libraries whose warnings say nothing to the people at the desk. */
    private static final List<String> TALKATIVE = List.of("org.apache.poi", "com.alibaba.excel", "org.apache.xmlbeans");

    private static volatile boolean verbose;

    /** To be called before the first logger is made. */
    static void verbose(boolean wanted) {
        verbose = wanted;
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(verbose ? "%d{HH:mm:ss.SSS} %-5level %logger{20}: %msg%n%ex" : "%-5level %msg%n%nopex");
        encoder.start();
        ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
        stderr.setContext(context);
        stderr.setTarget("System.err");
        stderr.setEncoder(encoder);
        stderr.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(verbose ? Level.DEBUG : Level.WARN);
        root.addAppender(stderr);
        if (!verbose) {
            TALKATIVE.forEach(name -> context.getLogger(name).setLevel(Level.ERROR));
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
