package goalsheet.collect.paper;

import goalsheet.text.Sha256;
import goalsheet.xlsx.SafeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The files that runs of this program wrote into a folder, known by their hashes: only these are ever replaced or removed, and only
 * while nobody has changed them. The list is written before the files are, so that a run cut short leaves none that is not in it.
 */
final class OwnFiles {
    static final String LIST = ".goalsheet-files";
    private static final int COLUMNS = 4;
    /** Files wait in memory until the list is written: for so many bytes at a time. */
    private static final long BATCH = 8L << 20;

    private final Path folder;
    /** What this run found in the list, path by path; a path may have been written twice. */
    private final List<Entry> earlier = new ArrayList<>();
    private final List<Entry> now = new ArrayList<>();
    private final Map<Entry, byte[]> waiting = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private long bytes;

    /** @param basis all that a group of files follows from: while it is the same they need not be made again */
    private record Entry(String sha256, String basis, String group, String path) {
        private String line() {
            return String.join("\t", sha256, basis, group, path);
        }
    }

    /** @param removed files of earlier runs that are out of date now  @param left those that somebody has changed since or has open, and so stay */
    record Tally(int removed, List<Path> left) {
    }

    private OwnFiles(Path folder) {
        this.folder = folder;
    }

    static OwnFiles of(Path folder) throws IOException {
        OwnFiles own = new OwnFiles(folder);
        Path list = folder.resolve(LIST);
        if (Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
            for (String line : new String(Files.readAllBytes(list), StandardCharsets.UTF_8).split("\n")) {
                String[] columns = line.split("\t", -1);
                if (columns.length == COLUMNS && isWithin(columns[3])) {
                    own.earlier.add(new Entry(columns[0], columns[1], columns[2], columns[3]));
                }
            }
        }
        return own;
    }

    /** A list that somebody has edited must not lead anywhere else. */
    private static boolean isWithin(String path) {
        return !path.isEmpty() && !path.startsWith("/") && !path.contains("\\") && !path.contains(":") && List.of(path.split("/")).stream().noneMatch(part -> part.equals("..") || part.equals(".") || part.isEmpty());
    }

    /** Whether the files of a group are there and up to date; then they stay. */
    boolean keep(String group, String basis) {
        List<Entry> current = earlier.stream().filter(entry -> entry.group().equals(group) && entry.basis().equals(basis)).toList();
        if (current.isEmpty() || current.stream().anyMatch(entry -> !Files.isRegularFile(folder.resolve(entry.path()), LinkOption.NOFOLLOW_LINKS))) {
            return false;
        }
        now.addAll(current);
        current.forEach(entry -> taken.add(key(entry.path())));
        return true;
    }

    /**
     * Adds a file to a group; where a file of that name lies that is not ours any more, it gets a number.
     *
     * @param path below the folder, with slashes
     * @return where it is going to be
     */
    Path put(String group, String basis, String path, byte[] content) throws IOException {
        int dot = path.lastIndexOf('.');
        String free = path;
        for (int number = 2; taken.contains(key(free)) || !isFree(free); number++) {
            free = path.substring(0, dot) + "-" + number + path.substring(dot);
        }
        taken.add(key(free));
        waiting.put(new Entry(Sha256.of(content), basis, group, free), content);
        bytes += content.length;
        if (bytes > BATCH) {
            flush();
        }
        return folder.resolve(free);
    }

    /** Writes what waits, removes what is out of date, and leaves the list of what is there. */
    Tally finish() throws IOException {
        flush();
        Set<String> current = new HashSet<>();
        now.forEach(entry -> current.add(key(entry.path())));
        Set<String> old = new LinkedHashSet<>();
        earlier.stream().map(Entry::path).filter(path -> !current.contains(key(path))).forEach(old::add);
        int removed = 0;
        List<Path> left = new ArrayList<>();
        for (String path : old) {
            Path file = folder.resolve(path);
            if (!isOurs(path)) {
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    left.add(file);
                }
                continue;
            }
            try {
                Files.delete(file);
                removed++;
                removeEmpty(file.getParent());
            } catch (FileSystemException open) {
                // Windows removes nothing that somebody is reading: it stays in the list, for the next run.
                left.add(file);
                earlier.stream().filter(entry -> entry.path().equals(path)).forEach(now::add);
            }
        }
        writeList(now);
        return new Tally(removed, left);
    }

    private void flush() throws IOException {
        if (waiting.isEmpty()) {
            return;
        }
        List<Entry> all = new ArrayList<>(earlier);
        all.addAll(now);
        all.addAll(waiting.keySet());
        writeList(all);
        for (Map.Entry<Entry, byte[]> file : waiting.entrySet()) {
            Path target = folder.resolve(file.getKey().path());
            SafeFile.write(target, true, out -> out.write(file.getValue()));
        }
        now.addAll(waiting.keySet());
        waiting.clear();
        bytes = 0;
    }

    private void writeList(List<Entry> entries) {
        SafeFile.write(folder.resolve(LIST), true, out -> {
            for (String line : new LinkedHashSet<>(entries.stream().map(Entry::line).toList())) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private boolean isFree(String path) throws IOException {
        return !Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS) || isOurs(path);
    }

    /** Whether what lies there is, byte for byte, what a run of this program wrote; nothing is reached through a link. */
    private boolean isOurs(String path) throws IOException {
        Path step = folder;
        for (String part : path.split("/")) {
            step = step.resolve(part);
            if (Files.isSymbolicLink(step)) {
                return false;
            }
        }
        if (!Files.isRegularFile(step, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        List<String> hashes = earlier.stream().filter(entry -> key(entry.path()).equals(key(path))).map(Entry::sha256).toList();
        if (hashes.isEmpty()) {
            return false;
        }
        try (InputStream in = Files.newInputStream(step)) {
            return hashes.contains(Sha256.of(in.readAllBytes()));
        }
    }

    private void removeEmpty(Path from) throws IOException {
        for (Path parent = from; !parent.equals(folder) && parent.startsWith(folder); parent = parent.getParent()) {
            try {
                Files.delete(parent);
            } catch (DirectoryNotEmptyException inUse) {
                return;
            }
        }
    }

    /** As Windows and macOS compare names. */
    private static String key(String path) {
        return java.text.Normalizer.normalize(path, java.text.Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
