package goalsheet.office;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** What a PDF looks like on paper, through poppler: its pages as text and as images. */
public final class Render {
    private static final int PATIENCE_SECONDS = 60;

    private Render() {
    }

    /** Whether poppler's tools are there; where {@code GOALSHEET_REQUIRE_OFFICE} is 1 their absence fails. */
    public static boolean available() {
        try {
            Office.program("pdftotext");
            Office.program("pdftoppm");
            return true;
        } catch (IOException e) {
            if (Office.isRequired()) {
                throw new IllegalStateException("poppler is required here, but " + e.getMessage());
            }
            System.err.println("SKIPPED: tests of printed pages, " + e.getMessage());
            return false;
        }
    }

    /** The text of every page, in order, laid out as printed; an empty page is an empty string. */
    public static List<String> pages(Path pdf) throws IOException {
        Path out = Files.createTempFile("pages", ".txt");
        try {
            run("pdftotext", "-layout", "-enc", "UTF-8", pdf.toString(), out.toString());
            String text = Files.readString(out, StandardCharsets.UTF_8);
            List<String> pages = new ArrayList<>();
            for (int from = 0, end; (end = text.indexOf('\f', from)) >= 0; from = end + 1) {
                pages.add(text.substring(from, end).strip());
            }
            return List.copyOf(pages);
        } finally {
            Files.delete(out);
        }
    }

    /**
     * All words of the document without any blanks or line ends, so that a text wrapped in its cell is still found whole;
     * what a cell cuts off is not in it.
     */
    public static String words(Path pdf) throws IOException {
        Path out = Files.createTempFile("words", ".txt");
        try {
            run("pdftotext", "-raw", "-enc", "UTF-8", pdf.toString(), out.toString());
            return Files.readString(out, StandardCharsets.UTF_8).replaceAll("[\\s\\u3000\\u00a0\\f]+", "");
        } finally {
            Files.delete(out);
        }
    }

    /** Draws every page into a PNG named {@code page-1.png}, {@code page-2.png}, … (or {@code page-01.png} from ten pages on). */
    public static List<Path> images(Path pdf, Path folder, int dpi) throws IOException {
        run("pdftoppm", "-png", "-r", Integer.toString(dpi), pdf.toString(), folder.resolve("page").toString());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("page-\\d+\\.png")).sorted().toList();
        }
    }

    /** The share of an image that is not white, 0 to 1. */
    public static double ink(Path image) throws IOException {
        BufferedImage picture = ImageIO.read(image.toFile());
        long dark = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xffffff) != 0xffffff) {
                    dark++;
                }
            }
        }
        return (double) dark / ((long) picture.getWidth() * picture.getHeight());
    }

    private static void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Office.program(program).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(program + " failed: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
