package goalsheet.xlsx.patch;

import goalsheet.xlsx.Archive;
import goalsheet.xlsx.ArchiveWriter;
import goalsheet.xlsx.UnreadableException;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parts of a workbook while it is being changed. A part that ends up as it was is copied from the archive as it lies there. */
final class Parts {
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private static final SoftReference<Parsed> NOTHING = new SoftReference<>(null);

    private final Archive archive;
    /** by name; empty for a part that is as in the archive */
    private final Map<String, Optional<byte[]>> parts = new LinkedHashMap<>();

    /** Only as long as there is memory for it: units send workbooks of any size. */
    private final Map<String, SoftReference<Parsed>> known = new HashMap<>();

    /** Worksheets, and the list of all parts, with changes that are not written out yet: each is parsed and written once, however often it is changed. */
    private final Map<String, Markup> changed = new LinkedHashMap<>();

    /** What {@link #restore} comes back to. */
    record State(Map<String, Optional<byte[]>> parts, Map<String, Markup> changed) {
    }

    /** A part as parsed, and the content that was. */
    private record Parsed(Optional<byte[]> content, boolean withRows, Outline outline) {
    }

    Parts(Archive archive) {
        this.archive = archive;
        archive.names().forEach(name -> parts.put(name, Optional.empty()));
    }

    /** The name as the archive writes it: upper and lower case are the same in names of parts. */
    private Optional<String> actual(String name) {
        return parts.containsKey(name) ? Optional.of(name) : parts.keySet().stream().filter(name::equalsIgnoreCase).findFirst();
    }

    boolean has(String name) {
        return actual(name).isPresent();
    }

    byte[] read(String name) throws PatchException {
        String actual = actual(name).orElseThrow(() -> new PatchException("no part " + name));
        write(actual);
        Optional<byte[]> content = parts.get(actual);
        return content.isPresent() ? content.get() : original(actual);
    }

    /**
     * A worksheet without its rows. It is asked for again and again in the course of marking, so it is kept parsed while it stays as it is;
     * with changes that have been {@linkplain #change announced} but not written, its elements are still those before them.
     */
    Markup sheet(String name) throws PatchException {
        String actual = actual(name).orElseThrow(() -> new PatchException("no part " + name));
        return changed.containsKey(actual) ? changed.get(actual) : new Markup(outline(actual, false));
    }

    Markup markup(String name) throws PatchException {
        String actual = actual(name).orElseThrow(() -> new PatchException("no part " + name));
        write(actual);
        return new Markup(outline(actual, true));
    }

    private Outline outline(String actual, boolean withRows) throws PatchException {
        Optional<byte[]> content = parts.get(actual);
        Parsed parsed = known.getOrDefault(actual, NOTHING).get();
        if (parsed == null || parsed.content != content || parsed.withRows != withRows) {
            parsed = new Parsed(content, withRows, withRows ? Outline.of(actual, read(actual)) : Outline.ofSheet(actual, read(actual)));
            known.put(actual, new SoftReference<>(parsed));
        }
        return parsed.outline;
    }

    /** Changes of a {@link #sheet} that others may be added to; they are written when somebody asks for the part. */
    void change(String sheet, Markup markup) {
        if (markup.isChanged()) {
            changed.put(actual(sheet).orElse(sheet), markup);
        }
    }

    private void write(String actual) throws PatchException {
        Markup markup = changed.remove(actual);
        if (markup != null) {
            put(actual, markup);
        }
    }

    void put(String name, byte[] content) throws PatchException {
        String actual = actual(name).orElse(name);
        changed.remove(actual);
        boolean same = archive.has(actual) && isOriginal(actual, content);
        parts.put(actual, same ? Optional.empty() : Optional.of(content));
    }

    void put(String name, Markup markup) throws PatchException {
        if (markup.isChanged()) {
            put(name, markup.bytes());
        }
    }

    /** Adds a part that did not exist before, and says what it is. */
    void add(String name, String contentType, byte[] content) throws PatchException {
        put(name, content);
        String list = actual(CONTENT_TYPES).orElseThrow(() -> new PatchException("no list of parts"));
        Markup types = changed.containsKey(list) ? changed.get(list) : markup(list);
        types.append(types.root(), new Fragment(types.root().name.prefix()).empty("Override", "PartName", "/" + name, "ContentType", contentType));
        changed.put(list, types);
    }

    /** Removes a part with its relations and what is said about it. */
    void remove(String name) throws PatchException {
        for (String each : new String[] {name, Relations.of(name)}) {
            removeQuietly(each);
        }
        Markup types = markup(CONTENT_TYPES);
        types.root().all("Override").filter(type -> type.get("PartName").equalsIgnoreCase("/" + name)).forEach(types::remove);
        put(CONTENT_TYPES, types);
    }

    void removeQuietly(String name) {
        actual(name).ifPresent(actual -> {
            parts.remove(actual);
            changed.remove(actual);
        });
    }

    /** A name that no part has yet: {@code xl/comments} and {@code .xml} give {@code xl/comments1.xml} or a higher number. */
    String freeName(String stem, String extension) {
        int number = 1;
        while (has(stem + number + extension)) {
            number++;
        }
        return stem + number + extension;
    }

    /** What every part holds that is not as in the archive; worksheets with changes that are not written out yet are not among them. */
    Map<String, Optional<byte[]>> written() {
        return new LinkedHashMap<>(parts);
    }

    /**
     * The state now, to come back to with {@link #restore} when half a change has failed.
     *
     * @param sheet the only worksheet that is changed meanwhile
     */
    State state(String sheet) {
        Map<String, Markup> copies = new LinkedHashMap<>(changed);
        for (String each : List.of(sheet, CONTENT_TYPES)) {
            copies.computeIfPresent(actual(each).orElse(each), (name, markup) -> markup.copy());
        }
        return new State(written(), copies);
    }

    void restore(State state) {
        parts.clear();
        parts.putAll(state.parts());
        changed.clear();
        changed.putAll(state.changed());
    }

    byte[] archive() throws PatchException {
        for (String name : List.copyOf(changed.keySet())) {
            write(name);
        }
        ArchiveWriter writer = new ArchiveWriter();
        parts.forEach((name, content) -> content.ifPresentOrElse(bytes -> writer.put(name, bytes), () -> writer.copy(archive, name)));
        return writer.bytes();
    }

    static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private boolean isOriginal(String name, byte[] content) throws PatchException {
        return archive.size(name) == content.length && Arrays.equals(original(name), content);
    }

    private byte[] original(String name) throws PatchException {
        try {
            return archive.bytes(name);
        } catch (UnreadableException e) {
            throw new PatchException(name.toLowerCase(Locale.ROOT) + ": " + e.getMessage(), e);
        }
    }
}
