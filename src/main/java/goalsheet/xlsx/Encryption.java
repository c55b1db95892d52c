package goalsheet.xlsx;

import goalsheet.xlsx.UnreadableException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.poi.poifs.crypt.ChainingMode;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** New workbooks with a password for opening: decrypted into memory, encrypted again for their copies. */
final class Encryption {
    /** Office writes 100,000; each round takes time, and it is the file that says how many. */
    static final int MAX_SPINS = 1_000_000;
    private static final int SALT = 16;
    private static final int KEY = 32;
    private static final int HMAC_KEY = 64;

    private Encryption() {
    }

    /** @param password what opened it; empty when everybody can open it */
    record Opened(byte[] bytes, Optional<String> password) {
    }

    /** The passwords to try: the one that programs set by themselves for workbooks protected without one, then the one given. */
    static List<String> candidates(Optional<String> password) {
        return password.map(word -> List.of(Decryptor.DEFAULT_PASSWORD, word)).orElse(List.of(Decryptor.DEFAULT_PASSWORD));
    }

    /** What a password is worth telling of. */
    static Optional<String> told(String password) {
        return Optional.of(password).filter(word -> !word.equals(Decryptor.DEFAULT_PASSWORD));
    }

    static UnreadableException refused(Optional<String> password) {
        return new UnreadableException(password.isPresent() ? Reason.WRONG_PASSWORD : Reason.ENCRYPTED, "password");
    }

    static Opened open(byte[] file, WorkbookFile.Opening opening) throws UnreadableException {
        Ole2 container = Ole2.open(file);
        if (!container.names().contains("EncryptionInfo")) {
            throw new UnreadableException(Reason.ODD_ENCRYPTION, "no EncryptionInfo");
        }
        Decryptor decryptor = odd("EncryptionInfo", () -> {
            EncryptionInfo info = new EncryptionInfo(container.root());
            if (info.getVerifier().getSpinCount() > MAX_SPINS || info.getVerifier().getSpinCount() < 0) {
                throw new UnreadableException(Reason.ODD_ENCRYPTION, "spin count " + info.getVerifier().getSpinCount());
            }
            return Decryptor.getInstance(info);
        });
        for (String word : candidates(opening.password())) {
            if (odd("password", () -> decryptor.verifyPassword(word))) {
                return new Opened(Ole2.attempt("EncryptedPackage", () -> unpacked(container, decryptor, opening.maxFile())), told(word));
            }
        }
        throw refused(opening.password());
    }

    private static byte[] unpacked(Ole2 container, Decryptor decryptor, long maxFile) throws IOException, GeneralSecurityException, UnreadableException {
        try (InputStream in = decryptor.getDataStream(container.root())) {
            byte[] bytes = in.readNBytes((int) Math.min(maxFile, Integer.MAX_VALUE - 16) + 1);
            if (bytes.length > maxFile) {
                throw new UnreadableException(Reason.TOO_LARGE, "more than " + maxFile + " bytes");
            }
            return bytes;
        }
    }

    /** Like {@link Ole2#attempt}, where failing means a way of encrypting that is not known. */
    private static <T> T odd(String what, Ole2.Step<T> step) throws UnreadableException {
        try {
            return Ole2.attempt(what, step);
        } catch (UnreadableException e) {
            throw e.reason() == Reason.DAMAGED ? new UnreadableException(Reason.ODD_ENCRYPTION, e.detail()) : e;
        }
    }

    /**
     * Encrypts as Office does (AES-256, SHA-512). Keys and salts are made of password and content instead of chance, so that the same copy
     * gives the same bytes; who does not know both cannot make them.
     */
    static byte[] close(byte[] workbook, String password) {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile, CipherAlgorithm.aes256, HashAlgorithm.sha512, 256, 16, ChainingMode.cbc);
            Encryptor encryptor = info.getEncryptor();
            encryptor.confirmPassword(password, made("key", KEY, password, workbook), made("key salt", SALT, password, workbook),
                    made("verifier", SALT, password, workbook), made("verifier salt", SALT, password, workbook), made("integrity", HMAC_KEY, password, workbook));
            try (OutputStream out = encryptor.getDataStream(file)) {
                out.write(workbook);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES and SHA-512", e);
        }
    }

    private static byte[] made(String purpose, int length, String password, byte[] workbook) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(("goalsheet " + password).getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
        mac.update(purpose.getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(mac.doFinal(workbook), length);
    }
}
