package goalsheet.layout;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The office's secret, with which it signs what it has given in a form: HMAC-SHA-256. Never shown, whoever prints it. */
public final class SigningKey {
    /** A shorter secret can be guessed. */
    public static final int FEWEST_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";
    /** Sets these signatures apart from whatever else the same bytes may be used for. */
    private static final String PURPOSE = "goalsheet form 1";

    private final SecretKeySpec secret;

    /** @throws IllegalArgumentException when there are fewer than {@link #FEWEST_BYTES} bytes */
    public SigningKey(byte[] secret) {
        if (secret.length < FEWEST_BYTES) {
            throw new IllegalArgumentException("a key has at least " + FEWEST_BYTES + " bytes");
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Lower-case hex. */
    String sign(List<List<String>> rows) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            add(mac, PURPOSE);
            rows.forEach(row -> row.forEach(cell -> add(mac, cell)));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Takes the same time wherever the first difference is. */
    boolean hasSigned(List<List<String>> rows, String signature) {
        return MessageDigest.isEqual(sign(rows).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** Lengths keep "ab","c" and "a","bc" apart; line ends are written differently by every program. */
    private static void add(Mac mac, String part) {
        byte[] bytes = part.replace("\r\n", "\n").replace('\r', '\n').getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        mac.update(bytes);
    }

    @Override
    public String toString() {
        return "SigningKey";
    }
}
