package goalsheet.collect;

import goalsheet.generate.Roster;
import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.rule.Severity;
import goalsheet.rule.Verdict;
import goalsheet.rule.Verdict.Outcome;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Text;
import goalsheet.xlsx.OwnMarks;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A collection written down by hand: a roster, and submissions as a check would have left them in the ledger. */
public final class Handmade implements AutoCloseable {
    public static final Template TEMPLATE = TemplateLoader.load(Path.of("templates/hebei-2023.yaml"));

    private final Path folder;
    private final Ledger ledger;
    private final List<String> roster = new ArrayList<>(List.of("单位编码,单位名称,部门,联系人,联系电话,项目名称,预算数"));

    public Handmade(Path folder) {
        this.folder = folder;
        this.ledger = Ledger.open("jdbc:sqlite:" + folder.resolve("handmade.db"));
    }

    public Handmade listed(String code, String name, String department) {
        roster.add(String.join(",", code, name, department, "王会计", "0315-" + code, "", ""));
        return this;
    }

    /** A unit with a project whose amount the office has given. */
    public Handmade controlled(String code, String name, String project, String amount) {
        roster.add(String.join(",", code, name, "", "王会计", "0315-" + code, project, amount));
        return this;
    }

    /** One workbook; the hash is that of its place. */
    public Handmade sent(String file, String code, String name, String at, List<Note> notes, Content... contents) {
        return sent(file, OwnMarks.Page.NONE, code, name, at, notes, contents);
    }

    /** One that bears results of ours, or bears nothing else. */
    public Handmade sent(String file, OwnMarks.Page page, String code, String name, String at, List<Note> notes, Content... contents) {
        long time = Instant.parse(at).toEpochMilli();
        List<Finding> findings = notes.stream().map(note -> note.finding(Optional.empty())).toList();
        boolean isRejected = notes.stream().anyMatch(note -> note.rule().startsWith("FIL") || note.rule().startsWith("IDN"));
        Outcome outcome = isRejected ? Outcome.REJECTED : notes.isEmpty() ? Outcome.CLEAN : Outcome.FINDINGS;
        String sha256 = hash(file);
        Verdict verdict = new Verdict(Path.of("x.xlsx"), sha256, outcome, isRejected ? "" : TEMPLATE.id(), isRejected ? 0 : 1, code, name, findings);
        ledger.record(new Checked(new Sighting("inbox/" + file, sha256, 1, time, time), "by hand", time, verdict, notes, List.of(contents), page));
        return this;
    }

    /** The same bytes in another place. */
    public Handmade again(String file, String first, String at) {
        long time = Instant.parse(at).toEpochMilli();
        ledger.saw(new Sighting("inbox/" + file, hash(first), 1, time, time));
        return this;
    }

    /** Taken out of the inbox again. */
    public Handmade withdrawn(String... files) {
        ledger.missed(new Inbox(Stream.of(files).map(file -> Path.of("inbox", file)).toList(), List.of(), List.of()));
        return this;
    }

    public Collection conclude() throws IOException {
        Path list = Files.write(folder.resolve("roster.csv"), roster, StandardCharsets.UTF_8);
        return Collection.conclude(TEMPLATE, Roster.read(TEMPLATE, list), ledger);
    }

    public static Note note(String rule, Severity severity, String sheet, String cell, String field, String value, String message) {
        return new Note(rule, severity, new Place(sheet, cell, field, Text.of("预算数", "Budget")), value, Text.of("概要" + rule, "summary " + rule), Text.of(message, message + " (en)"),
                Text.of("改法" + rule + "。", "cure " + rule + "."), "");
    }

    public static Note waived(String rule, String sheet, String cell, String field, String reason) {
        Note note = note(rule, Severity.INFO, sheet, cell, field, "", "单位已说明理由：" + reason);
        return new Note(note.rule(), note.severity(), note.place(), note.value(), note.summary(), note.message(), Text.EMPTY, reason);
    }

    /** An amount of a project; with the project's name besides. */
    public static Content[] project(int number, String name, String budget, String fiscal) {
        return new Content[] {new Content("project", number, "", 0, "name", "项目" + number, "B3", name, Optional.empty()),
                new Content("project", number, "", 0, "budget", "项目" + number, "C4", budget, Optional.of(new BigDecimal(budget))),
                new Content("project", number, "", 0, "fiscal", "项目" + number, "E4", fiscal, Optional.of(new BigDecimal(fiscal)))};
    }

    public static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ledger.close();
    }
}
