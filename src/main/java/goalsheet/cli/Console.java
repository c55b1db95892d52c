package goalsheet.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The two output streams of the process, UTF-8 whatever the locale; a reader that goes away ({@code | head}) is no failure. */
final class Console {
    /** The system's words for it, in the languages it may speak here; compiled only when a write has failed, as every start would wait for it. */
    private static final String READER_GONE = "pipe|管道|connection reset";

    private final Watched target;
    private final PrintStream out;
    private final PrintStream err;

    private Console(OutputStream out, OutputStream err) {
        target = new Watched(out);
        this.out = new PrintStream(target, false, StandardCharsets.UTF_8);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    static Console ofProcess() {
        Console console = of(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
        System.setOut(console.out);
        System.setErr(console.err);
        return console;
    }

    static Console of(OutputStream out, OutputStream err) {
        return new Console(new BufferedOutputStream(out, 8192), err);
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /** Writes out what is left; a full disk behind {@code >} turns any code into {@link ExitCode#COULD_NOT_RUN}. */
    ExitCode close(ExitCode code) {
        out.flush();
        String failure = target.failure;
        if (failure.isEmpty() || Pattern.compile(READER_GONE, Pattern.CASE_INSENSITIVE).matcher(failure).find()) {
            return code;
        }
        err.println("结果没有写完整 / The output could not be written: " + failure);
        return ExitCode.COULD_NOT_RUN;
    }

    /** Remembers the first failure, which a PrintStream keeps to itself. */
    private static final class Watched extends FilterOutputStream {
        private String failure = "";

        Watched(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            attempt(() -> out.write(b));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            attempt(() -> out.write(bytes, from, length));
        }

        @Override
        public void flush() throws IOException {
            attempt(out::flush);
        }

        private void attempt(Writing writing) throws IOException {
            try {
                writing.run();
            } catch (IOException e) {
                if (failure.isEmpty()) {
                    failure = String.valueOf(e.getMessage());
                }
                throw e;
            }
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
