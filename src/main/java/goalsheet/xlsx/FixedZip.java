package goalsheet.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs an archive anew without a clock in it, so that the same parts give the same bytes. */
public final class FixedZip {
    /** Not the first of January, the earliest date of an archive: Java writes that one with a time stamp of the local zone beside it. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

    private FixedZip() {
    }

    /** Copies every entry in its order; {@code out} stays open. */
    public static void copy(InputStream archive, OutputStream out) throws IOException {
        ZipInputStream from = new ZipInputStream(archive);
        ZipOutputStream to = new ZipOutputStream(out);
        for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
            ZipEntry fixed = new ZipEntry(entry.getName());
            fixed.setTimeLocal(DATE);
            to.putNextEntry(fixed);
            from.transferTo(to);
            to.closeEntry();
        }
        to.finish();
    }
}
