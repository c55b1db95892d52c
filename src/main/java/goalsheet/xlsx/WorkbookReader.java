package goalsheet.xlsx;

import goalsheet.xlsx.Parts.Relation;
import goalsheet.xlsx.Snapshot.Name;
import goalsheet.xlsx.Snapshot.Sheet;
import goalsheet.xlsx.Snapshot.Style;
import goalsheet.xlsx.Snapshot.Visibility;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads an .xlsx or .xlsm workbook into a {@link Snapshot}: one pass over each part that matters, all other parts only checked
 * for damage. What does not fit together is refused, never guessed at: a sheet without its part is not an empty sheet.
 */
public final class WorkbookReader {
    private final Archive archive;
    private final Parts parts;
    private final List<TabEntry> tabs = new ArrayList<>();
    private final List<NameEntry> names = new ArrayList<>();
    private final Allowance allowance = new Allowance();
    private boolean structureLocked;
    private boolean date1904;
    private boolean manualCalc;

    /** A tab as the workbook part lists it. */
    private record TabEntry(String name, String relation, Visibility visibility) {
    }

    /** A name as the workbook part lists it; {@code sheet} is the index of a tab, -1 for none. */
    private record NameEntry(String name, int sheet, String refersTo, boolean hidden) {
    }

    private WorkbookReader(Archive archive) throws UnreadableException {
        this.archive = archive;
        this.parts = new Parts(archive);
    }

    /** @throws UnreadableException when the file is no sound workbook, saying why */
    public static Snapshot read(Path file) throws UnreadableException {
        return read(Archive.read(file));
    }

    /** Reads what is already in memory, so that report, annotated copy and hash are all of the same bytes. */
    public static Snapshot read(Archive archive) throws UnreadableException {
        return read(archive, archive.sha256());
    }

    /** @param sha256 of the file that the archive came in */
    static Snapshot read(Archive archive, String sha256) throws UnreadableException {
        return new WorkbookReader(archive).snapshot(sha256);
    }

    private Snapshot snapshot(String sha256) throws UnreadableException {
        String workbook = parts.workbook();
        readWorkbook(workbook);
        Map<String, Relation> relations = parts.relations(workbook);
        List<Style> styles = Styles.NONE;
        List<String> strings = List.of();
        List<String> externalLinks = new ArrayList<>();
        List<Sheet> sheets;
        Familiar familiar = Familiar.take();
        try {
            for (Relation relation : relations.values()) {
                switch (relation.external() ? "" : relation.kind()) {
                    case "styles" -> styles = Styles.read(archive, parts.require(relation.target()), familiar);
                    case "sharedStrings" -> strings = Strings.read(archive, parts.require(relation.target()), familiar);
                    case "externalLink" -> externalLinks.addAll(linkTargets(parts.require(relation.target())));
                    default -> {
                        // sheets come later, themes and the like do not matter
                    }
                }
            }
            sheets = readSheets(relations, new SheetReader(archive, strings, styles.size(), date1904, allowance, familiar));
        } finally {
            familiar.giveBack();
        }
        List<String> activeContent = activeContent(sheets);
        archive.checkRest();
        return new Snapshot(sha256, List.copyOf(sheets), styles, namesOf(sheets), structureLocked, date1904,
                manualCalc, List.copyOf(externalLinks), activeContent);
    }

    private void readWorkbook(String part) throws UnreadableException {
        Xml xml = Xml.open(archive, part, Xml.MAIN, "workbook");
        int here = xml.depth();
        while (xml.child(here)) {
            switch (xml.name()) {
                case "workbookPr" -> date1904 = xml.flag("date1904", false);
                case "workbookProtection" -> structureLocked = xml.flag("lockStructure", false);
                case "calcPr" -> manualCalc = xml.attribute("calcMode").equals("manual");
                case "sheets" -> readTabs(xml);
                case "definedNames" -> readNames(xml);
                default -> {
                    // windows, versions and the like
                }
            }
        }
        if (tabs.isEmpty()) {
            throw xml.damaged("no sheets");
        }
    }

    private void readTabs(Xml xml) throws UnreadableException {
        Set<String> known = new HashSet<>();
        int here = xml.depth();
        while (xml.child(here)) {
            String name = Strings.unescape(xml.attribute("name"));
            allowance.takeItem(xml);
            if (name.isEmpty() || !known.add(Archive.key(name))) {
                throw xml.damaged("sheet names: " + Xml.brief(name));
            }
            tabs.add(new TabEntry(name, xml.attribute(Xml.OFFICE_RELATIONS, "id"), switch (xml.attribute("state")) {
                case "hidden" -> Visibility.HIDDEN;
                case "veryHidden" -> Visibility.VERY_HIDDEN;
                default -> Visibility.VISIBLE;
            }));
        }
    }

    private void readNames(Xml xml) throws UnreadableException {
        int here = xml.depth();
        while (xml.child(here)) {
            int sheet = xml.attribute("localSheetId").isEmpty() ? -1 : xml.number("localSheetId", 0);
            String name = xml.attribute("name");
            boolean hidden = xml.flag("hidden", false);
            allowance.takeItem(xml);
            names.add(new NameEntry(name, sheet, Strings.unescape(xml.text()), hidden));
        }
    }

    private List<Name> namesOf(List<Sheet> sheets) throws UnreadableException {
        List<Name> found = new ArrayList<>();
        for (NameEntry name : names) {
            if (name.sheet >= sheets.size()) {
                throw new UnreadableException(UnreadableException.Reason.DAMAGED, "defined name " + Xml.brief(name.name) + ": no such sheet");
            }
            found.add(new Name(name.name, name.sheet < 0 ? "" : sheets.get(name.sheet).name(), name.refersTo, name.hidden));
        }
        return List.copyOf(found);
    }

    private List<Sheet> readSheets(Map<String, Relation> relations, SheetReader reader) throws UnreadableException {
        List<Sheet> sheets = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (TabEntry tab : tabs) {
            Relation relation = relations.get(tab.relation);
            if (relation == null || relation.external() || !used.add(Archive.key(relation.target()))) {
                throw new UnreadableException(UnreadableException.Reason.DAMAGED, "sheet " + Xml.brief(tab.name) + ": no part of its own");
            }
            String part = parts.require(relation.target());
            sheets.add(switch (relation.kind()) {
                case "worksheet" -> reader.read(tab.name, part, tab.visibility);
                // Sheets of one chart, dialog or old macros hold no form; they are listed so that someone sees them.
                case "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet" -> new Sheet(tab.name, part, tab.visibility,
                        Map.of(), List.of(), List.of(), false, Set.of(), Set.of());
                default -> throw new UnreadableException(UnreadableException.Reason.DAMAGED, "sheet " + Xml.brief(tab.name) + ": is " + Xml.brief(relation.kind()));
            });
        }
        return sheets;
    }

    private List<String> linkTargets(String part) throws UnreadableException {
        List<String> targets = parts.relations(part).values().stream().filter(Relation::external).map(Relation::target).toList();
        // A link to a running program (DDE) has no target of its own.
        return targets.isEmpty() ? List.of(part) : targets;
    }

    /** Parts that run or fetch something, and links of sheets to anything but the web and mail. */
    private List<String> activeContent(List<Sheet> sheets) throws UnreadableException {
        List<String> active = new ArrayList<>();
        for (String part : archive.names()) {
            String type = Archive.key(parts.type(part));
            if (type.contains("vbaproject") || type.contains("oleobject") || type.contains("activex") || type.contains("macrosheet")
                    || type.endsWith("connections+xml") || part.contains("/embeddings/") || part.endsWith("vbaProject.bin")) {
                active.add(part);
            }
        }
        for (Sheet sheet : sheets) {
            for (Relation relation : parts.relations(sheet.part()).values()) {
                String target = Archive.key(relation.target());
                if (relation.external() && !target.startsWith("http://") && !target.startsWith("https://") && !target.startsWith("mailto:")) {
                    active.add(sheet.part() + " → " + relation.target());
                }
            }
        }
        return List.copyOf(active);
    }
}
