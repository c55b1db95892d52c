package goalsheet.cli;

import goalsheet.text.Text;
import goalsheet.xlsx.FileEnding;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files a check is about.
 *
 * @param files   in the order given, those of a folder by name
 * @param skipped files of folders that are no returned workbooks: lock files, copies of ours whose original lies beside them
 * @param others  files of folders that a unit may have sent instead of its workbook, by name
 */
record Returned(List<Path> files, List<Path> skipped, List<String> others) {
    static final String CHECKED = ".checked";
    private static final int DEEPEST = 20;

    /** @throws UserError when a path does not exist */
    static Returned of(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> skipped = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                folder(path, files, skipped, others);
            } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                files.add(path);
            } else {
                throw new UserError(Text.of("找不到文件或目录：" + path, "There is no file or folder " + path));
            }
        }
        return new Returned(List.copyOf(files), List.copyOf(skipped), List.copyOf(others));
    }

    private static void folder(Path folder, List<Path> files, List<Path> skipped, List<String> others) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder, DEEPEST, new FileVisitOption[0])) {
            all = walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        }
        List<Path> found = all.stream().filter(file -> FileEnding.isWorkbook(file.toString())).toList();
        for (Path file : found) {
            (isOurs(file, found) ? skipped : files).add(file);
        }
        all.stream().filter(file -> FileEnding.instead(file.toString()).isPresent() && !isLitter(file)).map(Path::toString).forEach(others::add);
    }

    private static boolean isLitter(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("~$") || name.startsWith(".");
    }

    private static boolean isOurs(Path file, List<Path> found) {
        String name = file.getFileName().toString();
        if (isLitter(file)) {
            return true;
        }
        // A copy beside its original, and a copy of a copy, are our own words given back to us.
        String base = base(file);
        boolean copy = !base.equals(stem(name));
        return copy && found.stream().filter(other -> !other.equals(file) && other.getParent().equals(file.getParent()))
                .map(other -> stem(other.getFileName().toString())).anyMatch(other -> other.equals(base) || other.equals(base + CHECKED));
    }

    /** The name of a workbook without ending and without our mark: {@code 法院} for {@code 法院.checked-2.xlsx}. */
    static String base(Path file) {
        return stem(file.getFileName().toString()).replaceFirst("\\.checked(-\\d+)?$", "");
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 1 ? name : name.substring(0, dot);
    }
}
