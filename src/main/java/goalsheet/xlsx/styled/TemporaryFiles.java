package goalsheet.xlsx.styled;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.util.TempFileCreationStrategy;

/** Rows wait beside the output, not in the folder that all programs share; what is left of a broken run is swept with other litter. */
final class TemporaryFiles implements TempFileCreationStrategy, AutoCloseable {
    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    TemporaryFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public File createTempFile(String prefix, String suffix) throws IOException {
        Path file = Files.createTempFile(folder, ".goalsheet-", ".tmp");
        files.add(file);
        return file.toFile();
    }

    @Override
    public File createTempDirectory(String prefix) throws IOException {
        throw new IOException("no folder is needed");
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
