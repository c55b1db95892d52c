package goalsheet.template;

import goalsheet.text.Nearest;
import goalsheet.text.Sha256;
import goalsheet.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds templates: in the folder beside the program, where an office keeps its own, and among those packed into it. */
public final class TemplateStore {
    private static final String ENDING = ".yaml";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final Path folder;
    private final Map<String, Optional<Template>> loaded = new ConcurrentHashMap<>();

    /** @param folder need not exist */
    public TemplateStore(Path folder) {
        this.folder = folder;
    }

    /** Whether a template can be called so: the name of a file, without a path. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * The template with this id.
     *
     * @throws DefinitionException when its file has mistakes
     */
    public Optional<Template> find(String id) {
        // An id from a workbook is not to be trusted with a path.
        return isId(id) ? loaded.computeIfAbsent(id, this::load) : Optional.empty();
    }

    /** Begins to load in the background, of the templates in the folder, the one that is most likely to be asked for, that of the latest year: a quarter of the time of a single check passes with it. */
    public void prepare() {
        Thread thread = new Thread(() -> ids().stream().max(Comparator.comparing(TemplateStore::year)).ifPresent(id -> {
            try {
                find(id);
            } catch (RuntimeException e) {
                // Told to whoever asks for this one.
            }
        }), "templates");
        thread.setDaemon(true);
        thread.start();
    }

    private static String year(String id) {
        Matcher year = YEAR.matcher(id);
        return year.find() ? year.group() : "";
    }

    /**
     * A template by its id or by the path of its file.
     *
     * @throws DefinitionException when there is none, or its file has mistakes
     */
    public Template open(String idOrFile) {
        if (idOrFile.endsWith(ENDING) || idOrFile.endsWith(".yml")) {
            return TemplateLoader.load(Path.of(idOrFile));
        }
        return find(idOrFile).orElseThrow(() -> new DefinitionException(List.of(new Problem(idOrFile, 0, missing(idOrFile)))));
    }

    /** Where a file lies that belongs to a template, beside the template's own: {@code hebei-2023.summary.xlsx}. It need not be there. */
    public Path beside(String idOrFile, Template template, String ending) {
        boolean isFile = idOrFile.endsWith(ENDING) || idOrFile.endsWith(".yml");
        return isFile ? Path.of(idOrFile).toAbsolutePath().resolveSibling(template.id() + ending) : folder.resolve(template.id() + ending);
    }

    /** SHA-256 of a template's file, lower-case hex: whether it is still the same. */
    public String digest(String idOrFile) {
        try {
            boolean isFile = idOrFile.endsWith(ENDING) || idOrFile.endsWith(".yml");
            Path file = isFile ? Path.of(idOrFile) : folder.resolve(idOrFile + ENDING);
            byte[] bytes;
            if (Files.isRegularFile(file)) {
                bytes = Files.readAllBytes(file);
            } else {
                try (InputStream in = TemplateStore.class.getResourceAsStream("/templates/" + idOrFile + ENDING)) {
                    bytes = in == null ? new byte[0] : in.readAllBytes();
                }
            }
            return Sha256.of(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Text missing(String id) {
        List<String> known = ids();
        Text hint = Nearest.hint(id, known);
        return Text.of("没有这个表样" + hint.zh() + "可用的表样：" + String.join("、", known) + "（目录 " + folder + "）",
                "there is no such template" + hint.en() + " Known: " + String.join(", ", known) + " (folder " + folder + ")");
    }

    /** Ids of the templates in the folder. */
    public List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length())).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private Optional<Template> load(String id) {
        Path file = folder.resolve(id + ENDING);
        Optional<Template> template = Files.isRegularFile(file) ? Optional.of(TemplateLoader.load(file)) : packed(id);
        template.filter(found -> !found.id().equals(id)).ifPresent(found -> {
            throw new DefinitionException(List.of(new Problem(id + ENDING, 0, Text.of("文件名应与表样编号一致：" + found.id() + ENDING, "the file must be named like its template: " + found.id() + ENDING))));
        });
        return template;
    }

    private static Optional<Template> packed(String id) {
        try (InputStream in = TemplateStore.class.getResourceAsStream("/templates/" + id + ENDING)) {
            return in == null ? Optional.empty() : Optional.of(TemplateLoader.parse(id + ENDING, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
