package goalsheet.xlsx;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.poi.poifs.crypt.CryptoFunctions;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheetProtection;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorkbookProtection;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/**
 * Locks sheets and workbook structure. The password keeps honest people from slips; it does not keep anyone out, and the
 * checker does not rely on it. The hash is calculated once, because it is slow on purpose.
 */
final class Protection {
    private static final int SPINS = 100_000;
    private static final int SALT_BYTES = 16;

    private record Secret(byte[] salt, byte[] hash) {
    }

    private final Optional<Secret> secret;

    /** @param seed what the salt is made of: no chance in it, so that the same form gives the same bytes */
    Protection(Optional<String> password, String seed) {
        this.secret = password.filter(word -> !word.isEmpty()).map(word -> {
            byte[] salt = Arrays.copyOf(sha256("goalsheet " + seed), SALT_BYTES);
            return new Secret(salt, CryptoFunctions.hashPassword(word, HashAlgorithm.sha512, salt, SPINS, false));
        });
    }

    /** Widths, heights and an existing filter may be changed: who cannot read a cell in full takes the protection off. */
    void lock(CTWorksheet sheet) {
        CTSheetProtection lock = sheet.addNewSheetProtection();
        lock.setSheet(true);
        lock.setObjects(true);
        lock.setScenarios(true);
        lock.setFormatColumns(false);
        lock.setFormatRows(false);
        lock.setAutoFilter(false);
        secret.ifPresent(it -> {
            lock.setAlgorithmName("SHA-512");
            lock.setHashValue(it.hash());
            lock.setSaltValue(it.salt());
            lock.setSpinCount(SPINS);
        });
    }

    /** No sheet may be added, renamed, moved, shown or removed. */
    void lock(CTWorkbook workbook) {
        CTWorkbookProtection lock = workbook.addNewWorkbookProtection();
        lock.setLockStructure(true);
        secret.ifPresent(it -> {
            lock.setWorkbookAlgorithmName("SHA-512");
            lock.setWorkbookHashValue(it.hash());
            lock.setWorkbookSaltValue(it.salt());
            lock.setWorkbookSpinCount(SPINS);
        });
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
