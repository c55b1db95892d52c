package goalsheet.xlsx.styled;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Packs an archive anew without unpacking it: sizes before the parts, in the old form as long as they fit, and no clock. What the
 * streaming writer packs has sizes of the large form behind the parts, which many programs refuse, and a day that is none.
 */
final class PlainZip {
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

    private PlainZip() {
    }

    /** Copies every entry in its order; {@code out} stays open. */
    static void copy(Path archive, OutputStream out) throws IOException {
        try (ZipFile from = ZipFile.builder().setPath(archive).get()) {
            // Closing it would close the stream below.
            ZipArchiveOutputStream to = new ZipArchiveOutputStream(out);
            to.setUseZip64(Zip64Mode.AsNeeded);
            for (ZipArchiveEntry entry : Collections.list(from.getEntriesInPhysicalOrder())) {
                ZipArchiveEntry fixed = new ZipArchiveEntry(entry.getName());
                fixed.setMethod(entry.getMethod());
                fixed.setSize(entry.getSize());
                fixed.setCompressedSize(entry.getCompressedSize());
                fixed.setCrc(entry.getCrc());
                fixed.setTimeLocal(DATE);
                to.addRawArchiveEntry(fixed, from.getRawInputStream(entry));
            }
            to.finish();
            to.flush();
        }
    }
}
