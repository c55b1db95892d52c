package goalsheet.cli;

import goalsheet.rule.CodedRules;
import goalsheet.template.DefinitionException;
import goalsheet.template.Problem;
import goalsheet.template.Template;
import goalsheet.template.TemplateStore;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What lies around the program: templates and samples, beside the jar as unpacked or at the top of a checkout. */
final class Install {
    private static final Path HOME = home();

    private Install() {
    }

    static Path home() {
        Path jar;
        try {
            jar = Path.of(Install.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        Path folder = jar.toAbsolutePath().getParent();
        return isCheckout(folder) ? folder.getParent() : folder;
    }

    private static boolean isCheckout(Path folder) {
        return folder.getFileName() != null && folder.getFileName().toString().equals("target") && Files.isDirectory(folder.resolveSibling("templates"));
    }

    /** Where outputs go when nobody says where: out of the way of what belongs to the program. */
    static Path output(String name) {
        return Files.isRegularFile(HOME.resolve("pom.xml")) ? HOME.resolve("target").resolve(name) : HOME.resolve(name);
    }

    static Path samples() {
        return HOME.resolve("samples");
    }

    static TemplateStore templates() {
        return new TemplateStore(HOME.resolve("templates"));
    }

    /**
     * A template by id or file, for a command that cannot do without.
     *
     * @throws UserError with every mistake in it
     */
    static Template template(String idOrFile) {
        try {
            Template template = templates().open(idOrFile);
            List<Problem> problems = CodedRules.problems(template, idOrFile);
            if (!problems.isEmpty()) {
                throw new DefinitionException(problems);
            }
            return template;
        } catch (DefinitionException e) {
            throw UserErrors.of(e);
        }
    }

    /** The templates as the checker looks them up; one with mistakes cannot be used. */
    static Optional<Template> lookUp(TemplateStore store, String id) {
        try {
            return store.find(id);
        } catch (DefinitionException e) {
            throw UserErrors.of(e);
        }
    }
}
