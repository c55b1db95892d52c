package goalsheet.cli;

import goalsheet.report.Annotator;
import goalsheet.rule.Verdict;
import goalsheet.text.Text;
import goalsheet.xlsx.Archive;
import goalsheet.xlsx.OutputException;
import goalsheet.xlsx.SafeFile;
import goalsheet.xlsx.UnreadableException;
import goalsheet.xlsx.WorkLimit;
import goalsheet.xlsx.WorkbookFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The annotated copies of one run of a check. One that cannot be written is told of and keeps no verdict from being shown. */
final class Copies {
    private final Call call;
    private final WorkbookFile.Opening opening;
    private final Set<Path> taken = new HashSet<>();
    private final List<Path> written = new ArrayList<>();
    private Optional<Path> last = Optional.empty();
    private boolean sealed;
    private boolean incomplete;

    /** What lies where a copy is to go. */
    private enum There {
        NOTHING(Text.EMPTY),
        OURS(Text.EMPTY),
        /** Two units may call their files alike. */
        ANOTHERS(Text.of("同名的批注副本是另一份表的，没有覆盖：", "The annotated copy of this name is of another workbook, it is kept: ")),
        /** It holds work that is nowhere else. */
        MENDED(Text.of("批注副本有人改过，没有覆盖：", "Somebody has worked in this annotated copy, it is kept: ")),
        /** Among others a copy under a password that was not given. */
        UNKNOWN(Text.of("已有同名文件，不是批注副本或打不开，没有覆盖：", "There is a file of this name that is no annotated copy or cannot be opened, it is kept: "));

        private final Text words;

        There(Text words) {
            this.words = words;
        }

        boolean isKept() {
            return !words.isEmpty();
        }
    }

    /** Where a copy goes. */
    private record Target(Path file, boolean isFree) {
    }

    Copies(Call call, Returned returned, WorkbookFile.Opening opening) {
        this.call = call;
        this.opening = opening;
        returned.files().forEach(file -> taken.add(real(file)));
    }

    private static Path real(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /** Says where the copy of the last workbook is, if one was made. */
    void tellLast() {
        last.ifPresent(copy -> call.say(Text.of("批注副本：" + copy + (sealed ? "。" + Shared.SEALED.zh() : ""), "Annotated copy: " + copy + (sealed ? ". " + Shared.SEALED.en() : ""))));
    }

    /** Whether a copy could not be written. */
    boolean isIncomplete() {
        return incomplete;
    }

    /** A workbook in order needs no copy, unless an earlier one would go on telling of mistakes that are mended. */
    void write(Path file, Optional<WorkbookFile> workbook, Verdict verdict) {
        last = Optional.empty();
        if (call.has("no-annotate")) {
            return;
        }
        List<Text> kept = new ArrayList<>();
        Target target = target(file, workbook, verdict, kept);
        if (verdict.outcome() == Verdict.Outcome.CLEAN && target.isFree()) {
            return;
        }
        kept.forEach(this::warn);
        sealed = workbook.filter(WorkbookFile::isEncrypted).isPresent();
        byte[] annotated = annotated(workbook, verdict);
        byte[] copy = workbook.map(original -> original.sealed(annotated)).orElse(annotated);
        last = put(target, copy);
        last.ifPresent(written::add);
    }

    /** Where the copy is in the end. */
    private Optional<Path> put(Target target, byte[] copy) {
        try {
            SafeFile.write(target.file(), call.has("force") || !target.isFree(), out -> out.write(copy));
            return Optional.of(target.file());
        } catch (OutputException e) {
            warn(e.text());
            incomplete |= e.kept().isEmpty();
            return e.kept();
        }
    }

    private void warn(Text text) {
        call.err().println(text.in(call.lang()));
    }

    /** Of a workbook that cannot be marked, the copy holds the results only. */
    private byte[] annotated(Optional<WorkbookFile> workbook, Verdict verdict) {
        byte[] nothing = new byte[0];
        byte[] original = workbook.flatMap(WorkbookFile::archive).map(Archive::file).orElse(nothing);
        try {
            return WorkLimit.within(() -> Annotator.annotate(original, verdict, call.lang()));
        } catch (UnreadableException e) {
            return Annotator.annotate(nothing, verdict, call.lang());
        }
    }

    /** The first name that is free or may be written over; what had to be kept is added to a list. */
    private Target target(Path file, Optional<WorkbookFile> workbook, Verdict verdict, List<Text> kept) {
        Path own = Call.plain(file.toAbsolutePath()).getParent();
        Path folder = call.path("out").orElse(own);
        String base = Returned.base(file) + Returned.CHECKED;
        // A workbook with macros keeps them, and must then keep the ending that says so.
        String ending = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsm") ? ".xlsm" : ".xlsx";
        for (int number = 1; ; number++) {
            Path target = folder.resolve(base + (number == 1 ? "" : "-" + number) + ending);
            if (taken.add(real(target))) {
                There there = at(target);
                there = there == There.OURS && !real(folder).equals(real(own)) && !isOfSame(target, workbook, verdict) ? There.ANOTHERS : there;
                if (!there.isKept() || call.has("force")) {
                    return new Target(target, there == There.NOTHING);
                }
                kept.add(Text.of(there.words.zh() + target, there.words.en() + target));
            }
        }
    }

    private There at(Path target) {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return There.NOTHING;
        }
        try {
            return WorkLimit.within(() -> {
                WorkbookFile file = WorkbookFile.read(target, opening);
                return !Annotator.isCopy(file) ? There.UNKNOWN : Annotator.isUntouched(file) ? There.OURS : There.MENDED;
            });
        } catch (UnreadableException e) {
            return There.UNKNOWN;
        }
    }

    /** Of the same unit, or, where that is not known, of the same workbook. Beside the workbook its name tells. */
    private boolean isOfSame(Path target, Optional<WorkbookFile> workbook, Verdict verdict) {
        try {
            return WorkLimit.within(() -> {
                WorkbookFile copy = WorkbookFile.read(target, opening);
                return Annotator.isOfUnit(copy, verdict) || verdict.unitCode().isEmpty() && verdict.unitName().isEmpty() && Arrays.equals(copy.archive().orElseThrow().file(), annotated(workbook, verdict));
            });
        } catch (UnreadableException e) {
            return false;
        }
    }

    void open() {
        if (call.has("open") && !written.isEmpty() && !Opener.open(written.get(0))) {
            warn(Text.of("请手工打开：" + written.get(0), "Please open " + written.get(0)));
        }
    }
}
