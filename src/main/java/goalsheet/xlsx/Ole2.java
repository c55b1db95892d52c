package goalsheet.xlsx;

import goalsheet.xlsx.UnreadableException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The file of streams that old workbooks and encrypted new ones are kept in, opened from memory through POI. */
final class Ole2 {
    private final DirectoryNode root;

    private Ole2(DirectoryNode root) {
        this.root = root;
    }

    /** Something that POI does to a file. */
    interface Step<T> {
        T take() throws IOException, java.security.GeneralSecurityException, UnreadableException;
    }

    /** Whatever way POI fails on nonsense, it is the file that is at fault. */
    static <T> T attempt(String what, Step<T> step) throws UnreadableException {
        try {
            return step.take();
        } catch (IOException | java.security.GeneralSecurityException | RuntimeException | StackOverflowError | AssertionError e) {
            throw new UnreadableException(Reason.DAMAGED, what + ": " + e.getClass().getSimpleName());
        }
    }

    static Ole2 open(byte[] file) throws UnreadableException {
        return attempt("OLE2", () -> new Ole2(new POIFSFileSystem(new ByteArrayInputStream(file)).getRoot()));
    }

    DirectoryNode root() {
        return root;
    }

    Set<String> names() {
        return root.getEntryNames();
    }

    /** A stream of the root folder; empty when there is none of this name. */
    Optional<byte[]> stream(String name) throws UnreadableException {
        if (!root.hasEntryCaseInsensitive(name)) {
            return Optional.empty();
        }
        return Optional.of(attempt(name, () -> {
            try (InputStream in = root.createDocumentInputStream(root.getEntryCaseInsensitive(name))) {
                return in.readAllBytes();
            }
        }));
    }

    /** Streams and folders that hold programs or objects of other programs. */
    List<String> active() {
        return names().stream().filter(name -> name.equals("_VBA_PROJECT_CUR") || name.equals("Macros") || name.startsWith("MBD")).sorted().toList();
    }
}
