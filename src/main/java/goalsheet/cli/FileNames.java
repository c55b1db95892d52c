package goalsheet.cli;

import goalsheet.text.Text;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/** Whether this process can name files in Chinese: under {@code LC_ALL=C} Java cannot, and every such word arrives broken. */
final class FileNames {
    private static final Charset OF_SYSTEM = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private FileNames() {
    }

    static boolean isLimited() {
        return !OF_SYSTEM.newEncoder().canEncode("预算");
    }

    static Text limited() {
        return Text.of("当前系统环境（{charset}）不支持中文文件名，读不到该文件。请改用 run.sh 启动，或先执行：export LC_ALL=C.UTF-8",
                        "File names in Chinese cannot be used in the present locale ({charset}). Start with run.sh, or first run: export LC_ALL=C.UTF-8")
                .with(Map.of("charset", Text.same(OF_SYSTEM.name())));
    }

    /** @throws UserError when words arrived with characters this locale cannot carry */
    static void requireReadable(List<String> words) {
        // Java 17 puts U+FFFD, or bytes taken one by one, where it could not decode.
        if (isLimited() && words.stream().anyMatch(word -> word.chars().anyMatch(c -> c > 0x7E))) {
            throw new UserError(limited());
        }
    }
}
