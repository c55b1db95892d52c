package goalsheet.layout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** SHA-256 over all that a unit cannot change: words, formulas, lists, control figures, and where the entry cells are. */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(Layout layout) {
        Fingerprint print = new Fingerprint();
        print.add(layout.template().id());
        print.add(Integer.toString(layout.template().version()));
        for (SheetLayout sheet : layout.sheets()) {
            print.add(sheet.name());
            for (Slot slot : sheet.slots()) {
                print.add(slot.area().toString());
                print.add(slot.kind().name());
                print.add(slot.path());
                print.add(slot.kind() == Slot.Kind.CALCULATED ? layout.formula(sheet, slot) : slot.text());
                slot.field().ifPresent(field -> print.add(field.type() + field.list()));
            }
        }
        layout.lists().texts().forEach(print::add);
        new TreeMap<>(layout.form().controls()).forEach((path, value) -> print.add(path + "=" + value.show()));
        return HexFormat.of().formatHex(print.digest.digest());
    }

    /** Lengths keep "ab","c" and "a","bc" apart. */
    private void add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
