package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void writesUtf8() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = Console.of(out, err);
        console.out().print("预算");
        assertThat(console.close(ExitCode.ERRORS_FOUND)).isEqualTo(ExitCode.ERRORS_FOUND);
        assertThat(out.toByteArray()).isEqualTo("预算".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readerThatWentAwayIsNoFailure() {
        for (String reason : new String[] {"Broken pipe", "断开的管道", "管道正在被关闭。"}) {
            Console console = Console.of(failing(reason), err);
            console.out().print("x");
            assertThat(console.close(ExitCode.CLEAN)).isEqualTo(ExitCode.CLEAN);
        }
        assertThat(err.size()).isZero();
    }

    @Test
    void fullDiskIsAFailure() {
        Console console = Console.of(failing("No space left on device"), err);
        console.out().print("x");
        assertThat(console.close(ExitCode.CLEAN)).isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("结果没有写完整").contains("No space left on device");
    }
}
