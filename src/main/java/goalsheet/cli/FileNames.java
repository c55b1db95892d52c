package goalsheet.cli;

import goalsheet.text.Text;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
        Text text = File.separatorChar == '\\'
                ? Text.of("当前系统语言（{charset}）不支持中文文件名，读不到该文件。请把文件拖到 run.bat 上，或改用英文文件名。",
                        "File names in Chinese cannot be typed under the present system language ({charset}). Drop the file on run.bat, or give it an English name.")
                : Text.of("当前系统环境（{charset}）不支持中文文件名，读不到该文件。请改用 run.sh 启动，或先执行：export LC_ALL=C.UTF-8",
                        "File names in Chinese cannot be used in the present locale ({charset}). Start with run.sh, or first run: export LC_ALL=C.UTF-8");
        return text.with(Map.of("charset", Text.same(OF_SYSTEM.name())));
    }

    /** @throws UserError when words arrived with characters this locale cannot carry */
    static void requireReadable(List<String> words) {
        // Where Java could not decode, it puts U+FFFD, or under plain ASCII also the bytes one by one.
        int highest = OF_SYSTEM.equals(StandardCharsets.US_ASCII) ? 0x7E : 0xFFFC;
        if (isLimited() && words.stream().anyMatch(word -> word.chars().anyMatch(c -> c > highest))) {
            throw new UserError(limited());
        }
    }
}
