package goalsheet.collect;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Archives of Windows programs write Chinese names in GBK and do not say so; names in UTF-8 say so or are plain. */
final class ArchiveNames {
    private static final Charset GBK = Charset.isSupported("GB18030") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;

    private ArchiveNames() {
    }

    static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (IOException notUtf8) {
            return new ZipFile(file.toFile(), GBK);
        }
    }
}
