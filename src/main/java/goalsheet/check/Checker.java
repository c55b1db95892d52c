package goalsheet.check;

import goalsheet.expr.Value;
import goalsheet.layout.Calculation;
import goalsheet.layout.Identity;
import goalsheet.layout.Layout;
import goalsheet.layout.Layouts;
import goalsheet.layout.SigningKey;
import goalsheet.rule.Entry;
import goalsheet.rule.DamageRules;
import goalsheet.rule.Finding;
import goalsheet.rule.FormRules;
import goalsheet.rule.Place;
import goalsheet.rule.Rule;
import goalsheet.rule.Submission;
import goalsheet.rule.Verdict;
import goalsheet.rule.Verdict.Outcome;
import goalsheet.template.Template;
import goalsheet.text.Text;
import goalsheet.xlsx.OwnMarks;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.UnreadableException;
import goalsheet.xlsx.WorkLimit;
import goalsheet.xlsx.WorkbookFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks returned workbooks. Only an unreadable file or an unknown form ends the check early; everything else is found in
 * one run, and what merely follows from something already found is not told again.
 */
public final class Checker {
    /** What programs throw away themselves when they save a form as .xls: dropdowns over other sheets, limits of cells, functions that are younger, results that are texts. */
    private static final Set<Rule> LOST_IN_OLD_FORMAT = Set.of(FormRules.DROPDOWN_LOST, DamageRules.DROPDOWN_CHANGED, DamageRules.LIMIT_LOST, FormRules.SELF_CHECK_CHANGED,
            FormRules.STALE, FormRules.WRONG_RESULT);

    private final Function<String, Optional<Template>> templates;
    private final Optional<SigningKey> key;
    /** The one form that is taken, when it is one only. */
    private final Optional<Template> inUse;
    private final Layouts layouts = new Layouts();
    private final Sound sound = new Sound();

    /** @param templates finds a template by its id */
    public Checker(Function<String, Optional<Template>> templates) {
        this(templates, Optional.empty());
    }

    /** @param key with which forms were signed, if they were: every workbook must bear its signature then */
    public Checker(Function<String, Optional<Template>> templates, Optional<SigningKey> key) {
        this(templates, key, Optional.empty());
    }

    private Checker(Function<String, Optional<Template>> templates, Optional<SigningKey> key, Optional<Template> inUse) {
        this.templates = templates;
        this.key = key;
        this.inUse = inUse;
    }

    /** A checker that takes this one form only. Of the others it still says which unit they come from, as far as they call its fields alike. */
    public static Checker only(Template template, Optional<SigningKey> key) {
        return new Checker(id -> Optional.of(template).filter(one -> one.id().equals(id)), key, Optional.of(template));
    }

    /** The verdict on a file without a password; never fails on what the file holds, and ends within {@link WorkLimit}. */
    public Verdict check(Path file) {
        try {
            return WorkLimit.within(() -> check(file, WorkbookFile.read(file, WorkbookFile.Opening.PLAIN)));
        } catch (UnreadableException e) {
            return unreadable(file, e);
        }
    }

    /**
     * The verdict on a workbook that is opened already.
     *
     * @throws UnreadableException when it holds no sound workbook
     */
    public Verdict check(Path file, WorkbookFile workbook) throws UnreadableException {
        return examine(file, workbook).verdict();
    }

    /**
     * What the check has read, for those who go on with it.
     *
     * @return empty when the workbook is none that this check knows; {@link #check(Path, WorkbookFile)} says why
     * @throws UnreadableException when it holds no sound workbook
     */
    public Optional<Reading> read(Path file, WorkbookFile workbook) throws UnreadableException {
        return examine(file, workbook).reading();
    }

    /**
     * A verdict, and what it rests on unless the workbook was rejected.
     *
     * @param page whether the workbook bears the results of an earlier check
     */
    public record Examined(Verdict verdict, Optional<Reading> reading, OwnMarks.Page page) {
    }

    /** The verdict on a file that is no workbook. */
    public Verdict unreadable(Path file, UnreadableException problem) {
        Finding finding = Finding.of(FormRules.UNREADABLE, Place.FILE, "", Text.EMPTY,
                Map.of("reason", problem.reason().message(), "cure", problem.reason().remedy()));
        return new Verdict(file, "", Outcome.REJECTED, "", 0, "", "", List.of(finding));
    }

    /**
     * The verdict on a workbook whose bytes are read already, with what the check has read.
     *
     * @throws UnreadableException when they are no workbook
     */
    public Examined examine(Path file, WorkbookFile workbook) throws UnreadableException {
        Snapshot snapshot = workbook.snapshot();
        Optional<Identity> known = Identity.of(snapshot);
        if (known.isEmpty()) {
            return rejected(file, snapshot, Optional.empty(), Optional.empty(), Finding.of(FormRules.NOT_OURS, Place.FILE, ""));
        }
        Identity identity = known.get();
        Optional<Template> found = templates.apply(identity.template());
        if (found.isEmpty()) {
            return rejected(file, snapshot, known, inUse, inUse.map(one -> Finding.of(FormRules.ANOTHER_TEMPLATE, Place.FILE, identity.template(), Text.same(one.id()), Map.of()))
                    .orElseGet(() -> Finding.of(FormRules.UNKNOWN_TEMPLATE, Place.FILE, identity.template())));
        }
        Template template = found.get();
        if (identity.version() != template.version() && !template.accepts().contains(identity.version())) {
            return rejected(file, snapshot, known, found, Finding.of(
                    identity.version() > template.version() ? FormRules.NEWER_VERSION : FormRules.OLDER_VERSION, Place.FILE,
                    Integer.toString(identity.version()), Text.same(Integer.toString(template.version())), Map.of()));
        }
        Reading reading = examine(file, snapshot, identity, layouts.of(template, identity.form()), workbook.isOld());
        return new Examined(reading.verdict(), Optional.of(reading), OwnMarks.page(snapshot));
    }

    /** @param like by whose names the workbook's own map of fields is asked for the unit */
    private static Examined rejected(Path file, Snapshot snapshot, Optional<Identity> identity, Optional<Template> like, Finding finding) {
        String code = like.flatMap(template -> identity.flatMap(known -> known.told(template.unitCode(), snapshot))).orElse("");
        String name = like.flatMap(template -> identity.flatMap(known -> known.told(template.unitName(), snapshot))).orElse("");
        return new Examined(new Verdict(file, snapshot.sha256(), Outcome.REJECTED, identity.map(Identity::template).orElse(""), identity.map(Identity::version).orElse(0),
                code, name, List.of(finding)), Optional.empty(), OwnMarks.page(snapshot));
    }

    private Reading examine(Path file, Snapshot snapshot, Identity identity, Layout layout, boolean old) {
        Template template = layout.template();
        List<Finding> findings = new ArrayList<>();
        Optional<Finding> identified = identity(identity, layout);
        identified.ifPresent(findings::add);
        boolean isBelieved = identified.stream().allMatch(finding -> finding.rule() == FormRules.ACCEPTED_VERSION);
        Workbook workbook = new Workbook(layout, snapshot, sound);
        EntryReader reader = new EntryReader(workbook);
        Submission submission = reader.read();
        Map<String, Entry> entries = reader.entries();

        Integrity integrity = new Integrity(workbook, sound, findings::add);
        integrity.check();
        if (!identity.fingerprint().equals(layout.fingerprint())) {
            // The stamp on the cover is the fingerprint in short.
            findings.removeIf(finding -> finding.rule() == FormRules.LABEL_CHANGED && finding.expected().equals(Text.same(layout.stamp())));
        }
        new ActiveContent(snapshot, findings::add).check();
        Set<Place> gone = new HashSet<>(workbook.gone().values());
        gone.addAll(integrity.covered());
        new CellCheck(template, finding -> {
            if (!gone.contains(finding.place())) {
                findings.add(finding);
            }
        }).check(submission);
        Set<Place> unusable = Roots.unusable(findings);
        unusable.addAll(gone);
        Set<String> paths = new HashSet<>();
        entries.forEach((path, entry) -> {
            if (unusable.contains(entry.place())) {
                paths.add(path);
            }
        });
        Dependence dependence = new Dependence(layout, paths);
        Calculation typed = new Calculation(layout, path -> typed(entries, path));
        new ExpressionRules(layout, typed, dependence).check(submission, findings::add);
        new CodedUses(layout, typed, unusable, dependence).check(submission, findings::add);
        new ControlFigures(workbook, typed).check(findings::add);
        new Recalculation(workbook, path -> raw(entries, path), integrity.damaged(), isBelieved).check(findings::add);
        if (old) {
            findings.removeIf(finding -> LOST_IN_OLD_FORMAT.contains(finding.rule()));
            findings.add(Finding.of(FormRules.OLD_FORMAT, Place.FILE, ""));
        }

        List<Finding> roots = new ArrayList<>(new Waivers(workbook).apply(Roots.of(findings)));
        roots.sort(order(workbook));
        String code = typed(entries, template.unitCode()).show();
        String name = typed(entries, template.unitName()).show();
        Verdict verdict = new Verdict(file, snapshot.sha256(), roots.isEmpty() ? Outcome.CLEAN : Outcome.FINDINGS, template.id(), identity.version(), code, name, roots);
        return new Reading(verdict, workbook, entries, integrity.damaged());
    }

    /** What is wrong with the hidden identity, once: a signature that does not match tells of a changed fingerprint, too. */
    private Optional<Finding> identity(Identity identity, Layout layout) {
        if (key.isPresent() && !identity.isSigned()) {
            return Optional.of(Finding.of(FormRules.NOT_SIGNED, Place.FILE, ""));
        }
        if (key.isPresent() && !identity.isSignedBy(key.get())) {
            return Optional.of(Finding.of(FormRules.SIGNED_OTHERWISE, Place.FILE, ""));
        }
        int version = layout.template().version();
        if (identity.version() != version) {
            return Optional.of(Finding.of(FormRules.ACCEPTED_VERSION, Place.FILE, Integer.toString(identity.version()), Text.same(Integer.toString(version)), Map.of()));
        }
        return identity.fingerprint().equals(layout.fingerprint()) ? Optional.empty() : Optional.of(Finding.of(FormRules.FINGERPRINT, Place.FILE, ""));
    }

    private static Value raw(Map<String, Entry> entries, String path) {
        Entry entry = entries.get(path);
        return entry == null ? Value.BLANK : entry.raw();
    }

    private static Value typed(Map<String, Entry> entries, String path) {
        Entry entry = entries.get(path);
        return entry == null ? Value.BLANK : entry.value().orElse(Value.BLANK);
    }

    /** The order of the workbook: what concerns the file, then sheet by sheet, row by row. */
    private static Comparator<Finding> order(Workbook workbook) {
        Map<String, Integer> numbers = new HashMap<>();
        workbook.layout().sheets().forEach(sheet -> numbers.putIfAbsent(workbook.name(sheet), numbers.size()));
        return Comparator.<Finding>comparingInt(finding -> numbers.getOrDefault(finding.place().sheet(), -1))
                .thenComparing(finding -> finding.place().cell().isEmpty() ? new Ref(-1, -1) : Ref.parse(finding.place().cell()))
                .thenComparing(finding -> finding.rule().id());
    }
}
