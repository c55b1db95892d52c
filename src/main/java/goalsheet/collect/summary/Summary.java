package goalsheet.collect.summary;

import goalsheet.collect.Collection;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.SafeFile;
import goalsheet.xlsx.styled.Ahead;
import goalsheet.xlsx.styled.LayoutException;
import goalsheet.xlsx.styled.StyledBook;
import goalsheet.xlsx.styled.StyledLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The workbook that sums up a collection: states, figures, findings, comparisons, each with the file, sheet and cell it comes from. */
public final class Summary {
    /** Ending of an office's own layout, which lies beside the template: {@code hebei-2023.summary.xlsx}. */
    public static final String LAYOUT = ".summary.xlsx";
    private static final Text NAME = Text.of("汇总.xlsx", "summary.xlsx");

    private Summary() {
    }

    /** What the file is called. */
    public static String name(Lang lang) {
        return NAME.in(lang);
    }

    /**
     * What the summary is to look like.
     *
     * @param office the office's own layout; without one, one is made from the template
     * @throws LayoutException with every mistake in the office's layout
     */
    public static StyledLayout layout(Template template, Lang lang, Optional<Path> office) {
        SummaryFields fields = new SummaryFields(template);
        return office.isPresent() ? read(office.get(), fields) : StyledLayout.read(NAME.in(lang), DefaultLayout.of(template, lang), fields.vocabulary());
    }

    /**
     * Writes the summary, in the place of an older one.
     *
     * @param layout  as {@link #layout} gives it
     * @param folder  receives the file, and temporary files while it is written
     * @param threads with more than one, rows are read from the ledger while others are written
     * @return the file
     * @throws goalsheet.xlsx.OutputException when it cannot be written
     */
    public static Path write(Collection collection, Lang lang, StyledLayout layout, Path folder, int threads) {
        Path target = folder.resolve(NAME.in(lang));
        SummarySource source = new SummarySource(collection, new SummaryFields(collection.template()), new Links(folder), lang);
        SafeFile.write(target, true, out -> StyledBook.write(layout, threads > 1 ? new Ahead(source) : source, folder, out));
        return target;
    }

    private static StyledLayout read(Path layout, SummaryFields fields) {
        try {
            return StyledLayout.read(String.valueOf(layout.getFileName()), Files.readAllBytes(layout), fields.vocabulary());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The layout that is used where an office has none of its own, for it to start from. */
    public static void writeLayout(Template template, Lang lang, Path target, boolean overwrite) {
        SafeFile.write(target, overwrite, out -> out.write(DefaultLayout.of(template, lang)));
    }

    /** What is wrong with an office's layout; nothing when it can be used. */
    public static void check(Template template, Path layout) {
        read(layout, new SummaryFields(template));
    }
}
