package goalsheet.collect.paper;

import goalsheet.collect.Amounts;
import goalsheet.collect.Collection;
import goalsheet.collect.Inbox;
import goalsheet.collect.Received;
import goalsheet.collect.Standing;
import goalsheet.collect.State;
import goalsheet.docx.Paper;
import goalsheet.docx.PaperWriter;
import goalsheet.report.Annotator;
import goalsheet.rule.Catalogue;
import goalsheet.rule.Finding;
import goalsheet.rule.Rule;
import goalsheet.rule.Verdict;
import goalsheet.text.Lang;
import goalsheet.text.Sha256;
import goalsheet.text.Text;
import goalsheet.xlsx.Archive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.InvalidPathException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what goes to the units: slips with annotated copies, receipts, and the list of those who have sent nothing. */
public final class Papers {
    private static final Text RETURNS = Text.of("退回", "returns");
    private static final Text RECEIPTS = Text.of("回执", "receipts");
    private static final Text SLIP = Text.of("退回单.docx", "slip.docx");
    private static final Text MESSAGE = Text.of("消息.txt", "message.txt");
    private static final Text MISSING = Text.of("未交名单.txt", "missing.txt");
    private static final String COPY = ".checked.xlsx";
    private static final int LONGEST_NAME = 60;
    /** Two papers that differ in their date only are the same paper. */
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    private final Collection collection;
    private final Sender sender;
    private final Lang lang;
    private final OwnFiles files;
    private final Map<String, Rule> rules = new HashMap<>();
    private int returned;
    private int receipts;

    /**
     * What a run has left.
     *
     * @param returned units that have a folder with a slip
     * @param removed  files of earlier runs that were out of date
     * @param left     files of earlier runs that are out of date, but that somebody has changed or has open
     */
    public record Result(int returned, Path returns, int receipts, Path receiptsFolder, Path missing, int removed, List<Path> left) {
    }

    private Papers(Collection collection, Sender sender, Lang lang, OwnFiles files) {
        this.collection = collection;
        this.sender = sender;
        this.lang = lang;
        this.files = files;
        Stream.concat(Catalogue.builtIn().stream(), Catalogue.of(collection.template()).stream()).forEach(rule -> rules.put(rule.id(), rule));
    }

    /** Whether papers of an earlier run lie in a folder. */
    public static boolean areIn(Path folder) {
        return Files.isRegularFile(folder.resolve(OwnFiles.LIST));
    }

    /**
     * Writes all papers below a folder. What is there and still right stays as it is, with its date; what earlier runs wrote for units
     * that stand otherwise now is removed, unless somebody has changed it.
     *
     * @throws goalsheet.xlsx.OutputException when a file cannot be written
     */
    public static Result write(Collection collection, Sender sender, Lang lang, Path out) throws IOException {
        Papers papers = new Papers(collection, sender, lang, OwnFiles.of(out));
        for (Standing unit : collection.units()) {
            papers.write(unit);
        }
        String list = MissingList.of(collection, sender, lang);
        Path missing = papers.files.put(MISSING.in(lang), Sha256.of(list), MISSING.in(lang), plain(list));
        OwnFiles.Tally tally = papers.files.finish();
        return new Result(papers.returned, out.resolve(RETURNS.in(lang)), papers.receipts, out.resolve(RECEIPTS.in(lang)), missing, tally.removed(), tally.left());
    }

    private void write(Standing unit) throws IOException {
        if (unit.state() == State.RECEIVED && unit.listed()) {
            receipt(unit);
        } else if (unit.state() != State.RECEIVED && unit.state() != State.MISSING) {
            slip(unit);
        }
    }

    private void receipt(Standing unit) throws IOException {
        Matter matter = Matter.of(collection, unit);
        Amounts amounts = Amounts.of(collection.template(), collection.ledger().figures(matter.counts().sha256()));
        String file = RECEIPTS.in(lang) + "/" + fileName(unit) + ".docx";
        String basis = basis(Receipt.of(collection, matter, amounts, on(ANY_DAY), lang).toString());
        receipts++;
        if (!files.keep(file, basis)) {
            files.put(file, basis, file, PaperWriter.bytes(Receipt.of(collection, matter, amounts, sender, lang)));
        }
    }

    private void slip(Standing unit) throws IOException {
        Matter matter = Matter.of(collection, unit);
        String folder = RETURNS.in(lang) + "/" + fileName(unit);
        // A file that is no workbook cannot be annotated.
        Optional<byte[]> original = unit.state() == State.UNREADABLE ? Optional.empty() : original(matter.counts());
        String copy = original.isPresent() ? fileName(unit) + COPY : "";
        String message = ReturnMessage.of(collection, matter, sender, lang);
        String basis = basis(ReturnSlip.of(collection, matter, on(ANY_DAY), copy, lang) + message + matter.notes() + matter.counts().sha256());
        returned++;
        if (files.keep(folder, basis)) {
            return;
        }
        Paper paper = ReturnSlip.of(collection, matter, sender, copy, lang);
        files.put(folder, basis, folder + "/" + SLIP.in(lang), PaperWriter.bytes(paper));
        files.put(folder, basis, folder + "/" + MESSAGE.in(lang), plain(message));
        if (original.isPresent()) {
            files.put(folder, basis, folder + "/" + copy, Annotator.annotate(original.get(), verdict(matter), lang));
        }
    }

    /** What another version of the program writes may look otherwise. */
    private String basis(String content) {
        return Sha256.of(lang + content + collection.units().stream().flatMap(unit -> unit.counts().stream()).map(Received::checker).findFirst().orElse(""));
    }

    private Sender on(LocalDate day) {
        return new Sender(sender.office(), sender.deadline(), day);
    }

    /** The workbook itself, if it lies where it was seen and is the same still. */
    private Optional<byte[]> original(Received received) {
        for (String origin : received.origins()) {
            try {
                Optional<Inbox.Item> item = Inbox.at(origin);
                if (item.isPresent()) {
                    byte[] bytes = item.get().read(Archive.MAX_FILE);
                    if (Sha256.of(bytes).equals(received.sha256())) {
                        return Optional.of(bytes);
                    }
                }
            } catch (IOException | InvalidPathException gone) {
                // Another copy may still be there; without any the slip goes alone.
                continue;
            }
        }
        return Optional.empty();
    }

    private Verdict verdict(Matter matter) {
        Received counts = matter.counts();
        List<Finding> findings = matter.notes().stream().map(note -> note.finding(Optional.ofNullable(rules.get(note.rule())))).toList();
        return new Verdict(Path.of(matter.file().replaceAll("[\\\\/:*?\"<>|]", "_")), counts.sha256(), counts.outcome() == Verdict.Outcome.CLEAN && !findings.isEmpty() ? Verdict.Outcome.FINDINGS : counts.outcome(),
                counts.template(), counts.version(), matter.unit().code(), matter.unit().name(), findings);
    }

    /** Code and name, without what a file name cannot hold on one system or another. */
    static String fileName(Standing unit) {
        String name = (unit.code() + unit.name()).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}\\p{Cs}]", "_").strip();
        String cut = name.substring(0, name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())))).replaceAll("[. ]+$|^[. ]+", "_");
        // Where two units would get one name, or Windows keeps it for a device.
        boolean isKept = cut.isEmpty() || cut.toUpperCase(Locale.ROOT).matches("(CON|PRN|AUX|NUL|COM\\d|LPT\\d)(\\..*)?") || !cut.equals(unit.code() + unit.name());
        return isKept ? cut + "-" + Sha256.of(unit.code() + "\n" + unit.name()).substring(0, 6) : cut;
    }

    /** As every editor on Windows opens it rightly. */
    private static byte[] plain(String text) {
        return ("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
    }
}
