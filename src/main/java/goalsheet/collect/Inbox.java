package goalsheet.collect;

import goalsheet.generate.Roster;
import goalsheet.xlsx.FileEnding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * What lies in the folders, archives and files that a collection is made from. Names tell nothing but what is no workbook.
 *
 * @param places  what was looked through, as given
 * @param items   in the order of their paths
 * @param skipped files that are no workbooks: lock files, downloads not finished, what other programs leave behind
 */
public record Inbox(List<Path> places, List<Item> items, List<Item> skipped) {
    private static final int DEEPEST = 20;
    static final int DEEPEST_WITHIN = 3;
    static final String WITHIN = "!";
    static final int MOST_IN_ARCHIVE = 20_000;
    private static final Set<String> UNFINISHED = Set.of("crdownload", "part", "tmp", "download");

    /** A file, or one within an archive, that may be a workbook. */
    public interface Item {
        /** Path; within an archive followed by {@code !} and the name there, and so on for archives within archives. */
        String origin();

        /** The file itself, or the archive it lies in. */
        Path file();

        /** Milliseconds since 1970. */
        long modified();

        /**
         * The bytes, at most so many.
         *
         * @throws IOException when they cannot be read
         */
        byte[] read(long most) throws IOException;
    }

    /** Of what was skipped that which somebody may have sent for a workbook: other archives, documents, pictures. */
    public List<Item> instead() {
        return skipped.stream().filter(item -> FileEnding.instead(item.origin()).isPresent() && !isLitter(FileNames.last(item.origin()))).toList();
    }

    /** The same with those of them looked at as well, after the workbooks, whose names tell which unit has sent them. */
    public Inbox withInstead(Roster roster) {
        FileNames names = new FileNames(roster.units());
        Set<Item> sent = new LinkedHashSet<>(instead().stream().filter(item -> names.unit(item.origin()).isPresent()).toList());
        return new Inbox(places, Stream.concat(items.stream(), sent.stream()).toList(), skipped.stream().filter(item -> !sent.contains(item)).toList());
    }

    /**
     * Looks through folders, archives and files; links are not followed.
     *
     * @param ours tells folders that hold outputs of this program
     * @throws UncheckedIOException when a folder cannot be listed
     */
    public static Inbox of(List<Path> places, Predicate<Path> ours) throws IOException {
        List<Item> items = new ArrayList<>();
        List<Item> skipped = new ArrayList<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> walk = Files.walk(place, DEEPEST, new FileVisitOption[0])) {
                    for (Path file : walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).filter(path -> !ours.test(path)).sorted().toList()) {
                        take(file, items, skipped);
                    }
                }
            } else {
                take(place, items, skipped);
            }
        }
        return new Inbox(List.copyOf(places), List.copyOf(items), List.copyOf(skipped));
    }

    /** The workbook at a place that an earlier run wrote down, if it still lies there. */
    public static Optional<Item> at(String origin) {
        Path file = Path.of(origin);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new Lying(file));
        }
        for (int mark = origin.indexOf(WITHIN); mark > 0; mark = origin.indexOf(WITHIN, mark + 1)) {
            Path archive = Path.of(origin.substring(0, mark));
            if (Files.isRegularFile(archive, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(new Packed(archive, List.of(origin.substring(mark + 1).split("(?<=\\.(?i:zip))" + WITHIN)), 0));
            }
        }
        return Optional.empty();
    }

    private static void take(Path file, List<Item> items, List<Item> skipped) throws IOException {
        String name = String.valueOf(file.getFileName());
        String ending = FileEnding.of(name);
        if (isLitter(name)) {
            skipped.add(new Lying(file));
        } else if (ending.equals("zip")) {
            archive(file, items, skipped);
        } else if (FileEnding.isWorkbook(name)) {
            items.add(new Lying(file));
        } else {
            skipped.add(new Lying(file));
        }
    }

    static boolean isLitter(String name) {
        return name.startsWith("~$") || name.startsWith(".") || name.equalsIgnoreCase("Thumbs.db") || name.equalsIgnoreCase("desktop.ini") || UNFINISHED.contains(FileEnding.of(name));
    }

    /** What cannot be opened as an archive is left to the check, which says why. */
    private static void archive(Path file, List<Item> items, List<Item> skipped) {
        List<Item> packed = new ArrayList<>();
        try (Archive archive = Archive.open(file)) {
            archive(archive, new Packed(file, List.of(), Files.getLastModifiedTime(file).toMillis()), packed, skipped);
            items.addAll(packed);
        } catch (IOException | IllegalArgumentException unreadable) {
            items.add(new Lying(file));
        }
    }

    private static void archive(Archive archive, Packed place, List<Item> items, List<Item> skipped) throws IOException {
        for (ZipArchiveEntry entry : archive.files(MOST_IN_ARCHIVE)) {
            Packed here = place.at(Archive.name(entry), entry.getTime());
            String name = here.name().substring(here.name().lastIndexOf('/') + 1);
            if (isLitter(name) || here.name().startsWith("__MACOSX/")) {
                skipped.add(here);
            } else if (FileEnding.of(name).equals("zip") && here.names().size() < DEEPEST_WITHIN) {
                try (Archive within = archive.within(entry)) {
                    archive(within, here, items, skipped);
                } catch (IOException | IllegalArgumentException unreadable) {
                    items.add(here);
                }
            } else if (FileEnding.isWorkbook(name)) {
                items.add(here);
            } else {
                skipped.add(here);
            }
        }
    }

    private record Lying(Path file) implements Item {
        @Override
        public String origin() {
            return file.toString();
        }

        @Override
        public long modified() {
            try {
                return Files.getLastModifiedTime(file).toMillis();
            } catch (IOException gone) {
                return 0;
            }
        }

        @Override
        public byte[] read(long most) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 16));
            }
        }
    }

    /** @param names within the archive; all but the last are those of archives within it */
    private record Packed(Path file, List<String> names, long modified) implements Item {
        Packed at(String name, long time) {
            List<String> all = new ArrayList<>(names);
            all.add(name);
            return new Packed(file, List.copyOf(all), time > 0 ? time : modified);
        }

        String name() {
            return names.get(names.size() - 1);
        }

        @Override
        public String origin() {
            return file + WITHIN + String.join(WITHIN, names);
        }

        @Override
        public byte[] read(long most) throws IOException {
            try (Archive archive = Archive.open(file)) {
                return read(archive, names, most);
            }
        }

        private static byte[] read(Archive archive, List<String> names, long most) throws IOException {
            ZipArchiveEntry entry = archive.file(names.get(0)).orElseThrow(() -> new IOException("gone from the archive"));
            if (names.size() == 1) {
                return archive.read(entry, most);
            }
            try (Archive within = archive.within(entry)) {
                return read(within, names.subList(1, names.size()), most);
            }
        }
    }
}
