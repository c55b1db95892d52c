package goalsheet.layout;

import goalsheet.expr.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 over all that a unit cannot change: words, formulas, lists, control figures, and where the entry cells are. */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    /** Over all but the control figures, which differ from unit to unit. */
    static Fingerprint of(Layout layout) {
        try {
            Fingerprint print = new Fingerprint(MessageDigest.getInstance("SHA-256"));
            print.add(layout);
            return print;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Over the control figures as well, lower-case hex. */
    String with(Map<String, Value> controls) {
        try {
            Fingerprint whole = new Fingerprint((MessageDigest) digest.clone());
            new TreeMap<>(controls).forEach((path, value) -> whole.add(path + "=" + value.show()));
            return HexFormat.of().formatHex(whole.digest.digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of every Java can be gone on with", e);
        }
    }

    private void add(Layout layout) {
        add(layout.template().id());
        add(Integer.toString(layout.template().version()));
        for (SheetLayout sheet : layout.sheets()) {
            add(sheet.name());
            for (Slot slot : sheet.slots()) {
                add(slot.area().toString());
                add(slot.kind().name());
                add(slot.path());
                add(slot.kind() == Slot.Kind.CALCULATED ? layout.formula(sheet, slot) : sheet.words(slot));
                slot.field().ifPresent(field -> add(field.type() + field.list()));
            }
        }
        layout.lists().texts().forEach(this::add);
    }

    /** Lengths keep "ab","c" and "a","bc" apart. */
    private void add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
