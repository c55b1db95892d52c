package goalsheet.xlsx;

import goalsheet.text.Sha256;
import goalsheet.xlsx.UnreadableException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A returned file, read once into memory and opened with its password where it has one. Whatever its format, it gives the same
 * {@link Snapshot}; only what an .xlsx workbook cannot do (old format, encryption) touches POI.
 */
public final class WorkbookFile {
    /**
     * How files are opened.
     *
     * @param password for workbooks that ask for one; from a file or the environment, never from a command line
     * @param maxFile  largest file accepted, in bytes
     */
    public record Opening(Optional<String> password, long maxFile) {
        public static final Opening PLAIN = new Opening(Optional.empty(), Archive.MAX_FILE);
    }

    private final byte[] file;
    /** Of an .xlsx workbook, decrypted. */
    private final Optional<Archive> archive;
    /** Of an .xls workbook, decrypted: its stream of records. */
    private final Optional<OldWorkbook> old;
    /** What it was opened with; empty when everybody can open it. */
    private final Optional<String> password;

    private WorkbookFile(byte[] file, Optional<Archive> archive, Optional<OldWorkbook> old, Optional<String> password) {
        this.file = file;
        this.archive = archive;
        this.old = old;
        this.password = password;
    }

    /** @throws UnreadableException when the file cannot be read, is too large, is no workbook or does not open with the password */
    public static WorkbookFile read(Path path, Opening opening) throws UnreadableException {
        try {
            return of(bytes(path, opening.maxFile), opening);
        } catch (UnreadableException e) {
            throw FileKind.byName(path.getFileName().toString(), e);
        }
    }

    /** @param bytes the whole file; must not be changed afterwards */
    public static WorkbookFile of(byte[] bytes, Opening opening) throws UnreadableException {
        return switch (FileKind.of(bytes)) {
            case ZIP -> new WorkbookFile(bytes, Optional.of(zip(bytes)), Optional.empty(), Optional.empty());
            case ENCRYPTED -> {
                Encryption.Opened opened = Encryption.open(bytes, opening);
                yield new WorkbookFile(bytes, Optional.of(Archive.of(opened.bytes())), Optional.empty(), opened.password());
            }
            case OLD -> {
                OldWorkbook opened = OldWorkbook.open(bytes, opening.password);
                yield new WorkbookFile(bytes, Optional.empty(), Optional.of(opened), opened.password());
            }
        };
    }

    private static Archive zip(byte[] bytes) throws UnreadableException {
        try {
            return Archive.of(bytes);
        } catch (UnreadableException e) {
            // An honest archive of other files may have names and ways of packing that no workbook has.
            throw (e.reason() == Reason.HOSTILE || e.reason() == Reason.ENCRYPTED) && !FileKind.hasTypes(bytes) ? FileKind.ofZip(Set.of(), bytes) : e;
        }
    }

    /** The bytes of a regular file, never those of a pipe or a device, which would block or never end. */
    static byte[] bytes(Path path, long maxFile) throws UnreadableException {
        if (!Files.exists(path)) {
            throw new UnreadableException(Reason.CANNOT_OPEN, "not found");
        }
        if (!Files.isRegularFile(path)) {
            throw new UnreadableException(Reason.NOT_A_FILE, "not a regular file");
        }
        int limit = (int) Math.min(maxFile, Integer.MAX_VALUE - 16);
        try (InputStream in = Files.newInputStream(path)) {
            // One byte more than allowed is enough to know; the size that the folder tells may change meanwhile.
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new UnreadableException(Reason.TOO_LARGE, "more than " + limit + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UnreadableException(Reason.CANNOT_OPEN, e.getClass().getSimpleName());
        }
    }

    /** What it holds. */
    public Snapshot snapshot() throws UnreadableException {
        return old.isPresent() ? old.get().snapshot(sha256()) : WorkbookReader.read(archive.orElseThrow(), sha256());
    }

    /** What people have written onto its cells; asked for only by who carries that on. */
    public Comments comments() throws UnreadableException {
        return old.isPresent() ? old.get().notes(snapshot().sheets()) : Comments.read(archive.orElseThrow(), snapshot());
    }

    /** Whether it is in the format of Excel 97 to 2003, which WPS also calls .et. */
    public boolean isOld() {
        return old.isPresent();
    }

    /** Whether it asks for a password when it is opened. */
    public boolean isEncrypted() {
        return password.isPresent();
    }

    /** The .xlsx workbook itself, decrypted; empty for the old format, of which no changed copy can be made. */
    public Optional<Archive> archive() {
        return archive;
    }

    /** A copy made of this workbook, closed with the same password; as it is when this workbook has none. */
    public byte[] sealed(byte[] copy) {
        return password.map(word -> Encryption.close(copy, word)).orElse(copy);
    }

    /** SHA-256 of the file as it was returned, lower-case hex. */
    public String sha256() {
        return Sha256.of(file);
    }
}
