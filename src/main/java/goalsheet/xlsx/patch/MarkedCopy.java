package goalsheet.xlsx.patch;

import goalsheet.xlsx.Archive;
import goalsheet.xlsx.ArchiveWriter;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.OwnMarks;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Tone;
import goalsheet.xlsx.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A copy of a workbook with a page before its sheets, coloured cells and notes. Only the parts that these concern are changed, and
 * within them only the places concerned; all other parts are copied as they lie in the archive. Marks left by an earlier
 * run are taken away first, so that marking a marked copy gives the same bytes.
 */
public final class MarkedCopy {
    private static final int MAX_SHEET_NAME = 31;
    private static final String EMPTY_TYPES = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
    private static final String EMPTY_RELATIONS = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"" + Relations.OFFICE + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    private static final String EMPTY_WORKBOOK = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + Relations.OFFICE + "\">"
            + "<bookViews><workbookView/></bookViews><sheets/></workbook>";

    private final Parts parts;
    private final Workbook workbook;

    private MarkedCopy(Archive archive) throws PatchException {
        this.parts = new Parts(archive);
        this.workbook = new Workbook(parts);
    }

    /**
     * Marks a workbook.
     *
     * @param marks   those on sheets that do not exist are left out
     * @param partial a line for the page when some sheet could not be marked: {@code {sheets}} stands for their names
     * @return the copy; of a file that is no workbook, or one too odd to be changed, a workbook with nothing but the page
     */
    public static byte[] mark(byte[] file, FrontPage page, List<Mark> marks, String partial) {
        try {
            MarkedCopy copy = new MarkedCopy(Archive.of(file));
            copy.strip();
            return copy.mark(page, marks, partial);
        } catch (UnreadableException | PatchException e) {
            return alone(page);
        }
    }

    /**
     * Takes away what {@link #mark} has added, and nothing else.
     *
     * @throws UnreadableException when the file is no workbook that can be changed
     */
    public static byte[] strip(byte[] file) throws UnreadableException {
        try {
            MarkedCopy copy = new MarkedCopy(Archive.of(file));
            return copy.strip() ? copy.parts.archive() : file;
        } catch (PatchException e) {
            throw new UnreadableException(UnreadableException.Reason.DAMAGED, e.getMessage());
        }
    }

    private static byte[] alone(FrontPage page) {
        byte[] empty = new ArchiveWriter().put("[Content_Types].xml", EMPTY_TYPES.getBytes(StandardCharsets.UTF_8))
                .put("_rels/.rels", EMPTY_RELATIONS.getBytes(StandardCharsets.UTF_8))
                .put("xl/workbook.xml", EMPTY_WORKBOOK.getBytes(StandardCharsets.UTF_8)).bytes();
        try {
            return new MarkedCopy(Archive.of(empty)).mark(page, List.of(), "");
        } catch (UnreadableException | PatchException e) {
            throw new IllegalStateException("our own empty workbook", e);
        }
    }

    private byte[] mark(FrontPage page, List<Mark> marks, String partial) throws PatchException {
        Styles styles = new Styles(parts, workbook);
        Map<Tone, Integer> formats = new EnumMap<>(Tone.class);
        for (Tone tone : Tone.values()) {
            formats.put(tone, styles.highlight(tone.ink(), tone.ground()));
        }
        Map<String, List<Mark>> bySheet = marks.stream().collect(Collectors.groupingBy(Mark::sheet, LinkedHashMap::new, Collectors.toList()));
        Set<String> failed = new LinkedHashSet<>();
        for (Workbook.Tab tab : workbook.tabs()) {
            List<Mark> here = bySheet.getOrDefault(tab.name(), List.of());
            if (!here.isEmpty() && !mark(tab, here, formats)) {
                failed.add(tab.name());
            }
        }
        FrontPage whole = failed.isEmpty() ? page : page.withLine(partial.replace("{sheets}", String.join("、", failed)));
        FrontPage named = whole.linkedWithin(workbook.tabs().stream().map(Workbook.Tab::name).toList()).named(freeSheetName(page.name()));
        FrontSheet sheet = new FrontSheet(named, styles);
        styles.save();
        workbook.insertFirst(named.name(), sheet.bytes(), sheet.names());
        return parts.archive();
    }

    /** Colours and notes each succeed or leave the sheet as it was. */
    private boolean mark(Workbook.Tab tab, List<Mark> marks, Map<Tone, Integer> formats) {
        boolean coloured = attempt(tab.part(), () -> {
            Markup sheet = parts.sheet(tab.part());
            List<Area> merges = Highlights.merges(sheet.root());
            Map<Area, Tone> worst = new TreeMap<>((a, b) -> a.first().compareTo(b.first()));
            marks.forEach(mark -> worst.merge(place(mark.cell(), merges), mark.tone(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
            Map<Tone, List<Area>> cells = new EnumMap<>(Tone.class);
            worst.forEach((area, tone) -> cells.computeIfAbsent(tone, none -> new ArrayList<>()).add(area));
            Highlights.add(sheet, cells, formats);
            parts.change(tab.part(), sheet);
        });
        boolean noted = attempt(tab.part(), () -> {
            List<Area> merges = Highlights.merges(parts.sheet(tab.part()).root());
            Map<Ref, String> notes = new TreeMap<>();
            marks.forEach(mark -> notes.merge(place(mark.cell(), merges).first(), mark.note(), (one, other) -> one + "\n" + other));
            new Notes(parts, tab.part(), workbook.folder()).add(notes);
        });
        return coloured && noted;
    }

    private boolean strip() throws PatchException {
        Map<String, Optional<byte[]>> before = parts.written();
        List<Workbook.Tab> tabs = workbook.tabs();
        for (int i = tabs.size() - 1; i >= 0; i--) {
            Workbook.Tab tab = tabs.get(i);
            if (OwnMarks.hasResultName(tab.name()) && !tab.part().isEmpty() && OwnMarks.isResultSheet(tab.name(), new Words(parts, workbook).of(tab.part()))) {
                workbook.remove(i);
            } else {
                attempt(tab.part(), () -> {
                    Markup sheet = parts.sheet(tab.part());
                    Highlights.strip(sheet);
                    parts.put(tab.part(), sheet);
                });
                attempt(tab.part(), () -> new Notes(parts, tab.part(), workbook.folder()).strip());
            }
        }
        return !before.equals(parts.written());
    }

    /** A cell hidden under a merged one shows neither colour nor note: the merged cell stands for it. */
    private static Area place(Ref cell, List<Area> merges) {
        return merges.stream().filter(merge -> merge.contains(cell)).findFirst().orElse(Area.of(cell));
    }

    private String freeSheetName(String wanted) throws PatchException {
        List<String> taken = workbook.tabs().stream().map(Workbook.Tab::name).toList();
        String name = wanted;
        for (int number = 2; taken.stream().anyMatch(name::equalsIgnoreCase); number++) {
            String suffix = " (" + number + ")";
            name = wanted.substring(0, Math.min(wanted.length(), MAX_SHEET_NAME - suffix.length())) + suffix;
        }
        return name;
    }

    private interface Change {
        void make() throws PatchException;
    }

    /** Makes a change that concerns one worksheet, or leaves everything as it was. */
    private boolean attempt(String sheet, Change change) {
        Parts.State before = parts.state(sheet);
        try {
            change.make();
            return true;
        } catch (PatchException e) {
            parts.restore(before);
            return false;
        }
    }
}
