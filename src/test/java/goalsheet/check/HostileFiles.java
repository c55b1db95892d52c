package goalsheet.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Everything that a returned file can be, made from one filled form in which the check finds nothing. */
public final class HostileFiles {
    private static byte[] form;

    private HostileFiles() {
    }

    /** The form itself. */
    static synchronized byte[] form() {
        if (form == null) {
            try {
                Path folder = Files.createTempDirectory("form");
                Path file = Returned.centre(folder.resolve("form.xlsx"));
                form = Files.readAllBytes(file);
                Files.delete(file);
                Files.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return form;
    }

    public static Stream<Variant> all() {
        byte[] form = form();
        return Stream.of(new HarmlessVariants(form).all(), new DamagedVariants(form).all(), new ContentVariants(form).all(), new OtherFiles(form).all()).flatMap(variants -> variants);
    }
}
