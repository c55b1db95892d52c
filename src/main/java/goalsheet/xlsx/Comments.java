package goalsheet.xlsx;

import goalsheet.xlsx.Parts.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people have written onto the cells of a workbook: notes, and conversations of Excel 365. What our own annotation wrote is left out. Not
 * part of a {@link Snapshot}: a check does not ask for it.
 *
 * @param notes      sheet by sheet, in the order of the file
 * @param unreadable sheets whose notes cannot be read
 */
public record Comments(List<Note> notes, List<String> unreadable) {
    private static final String THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
    /** By this author Excel marks the note that stands in for a conversation where a program knows none. */
    private static final String CONVERSATION = "tc=";

    /** @param author "" when the file does not say */
    public record Note(String sheet, Ref cell, String author, String text) {
    }

    static Comments read(Archive archive, Snapshot workbook) throws UnreadableException {
        Parts parts = new Parts(archive);
        List<Note> notes = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        Map<String, String> people = people(archive, parts);
        for (Snapshot.Sheet sheet : workbook.sheets()) {
            try {
                notes.addAll(of(archive, parts, sheet, people));
            } catch (UnreadableException e) {
                unreadable.add(sheet.name());
            }
        }
        return new Comments(List.copyOf(notes), List.copyOf(unreadable));
    }

    private static List<Note> of(Archive archive, Parts parts, Snapshot.Sheet sheet, Map<String, String> people) throws UnreadableException {
        List<Note> notes = new ArrayList<>();
        Set<Ref> talked = new HashSet<>();
        List<Relation> relations = List.copyOf(parts.relations(sheet.part()).values());
        for (Relation relation : relations) {
            if (relation.kind().equals("threadedComment") && !relation.external()) {
                conversations(archive, parts.require(relation.target()), sheet.name(), people).forEach(note -> {
                    notes.add(note);
                    talked.add(note.cell());
                });
            }
        }
        for (Relation relation : relations) {
            if (relation.kind().equals("comments") && !relation.external()) {
                notes(archive, parts.require(relation.target()), sheet.name()).stream()
                        .filter(note -> !note.author().startsWith(CONVERSATION) || !talked.contains(note.cell())).forEach(notes::add);
            }
        }
        return notes;
    }

    private static List<Note> notes(Archive archive, String part, String sheet) throws UnreadableException {
        List<Note> notes = new ArrayList<>();
        List<String> authors = new ArrayList<>();
        Xml xml = Xml.open(archive, part, Xml.MAIN, "comments");
        int here = xml.depth();
        while (xml.child(here)) {
            int list = xml.depth();
            boolean isAuthors = xml.name().equals("authors");
            if (!isAuthors && !xml.name().equals("commentList")) {
                continue;
            }
            while (xml.child(list)) {
                if (isAuthors) {
                    authors.add(Strings.unescape(xml.text()));
                } else {
                    Ref cell = xml.area(xml.attribute("ref")).first();
                    int author = xml.number("authorId", 0);
                    String text = OwnMarks.withoutOurs(text(xml));
                    if (!text.isBlank()) {
                        notes.add(new Note(sheet, cell, author < authors.size() ? authors.get(author) : "", text));
                    }
                }
            }
        }
        return notes;
    }

    private static String text(Xml xml) throws UnreadableException {
        String text = "";
        int here = xml.depth();
        while (xml.child(here)) {
            text = xml.name().equals("text") ? Strings.text(xml) : text;
        }
        return text.replace("\r\n", "\n");
    }

    /** A conversation becomes one note: each of its remarks with the name of who made it. */
    private static List<Note> conversations(Archive archive, String part, String sheet, Map<String, String> people) throws UnreadableException {
        Map<Ref, Note> notes = new LinkedHashMap<>();
        Xml xml = Xml.open(archive, part, THREADS, "ThreadedComments");
        int here = xml.depth();
        while (xml.child(here)) {
            Ref cell = xml.area(xml.attribute("ref")).first();
            String author = people.getOrDefault(xml.attribute("personId"), "");
            int remark = xml.depth();
            while (xml.child(remark)) {
                if (xml.name().equals("text")) {
                    String text = (author.isEmpty() ? "" : author + "：") + Strings.unescape(xml.text());
                    Note before = notes.get(cell);
                    notes.put(cell, before == null ? new Note(sheet, cell, author, text) : new Note(sheet, cell, before.author(), before.text() + "\n" + text));
                }
            }
        }
        return List.copyOf(notes.values());
    }

    private static Map<String, String> people(Archive archive, Parts parts) {
        Map<String, String> people = new HashMap<>();
        try {
            for (Relation relation : parts.relations(parts.workbook()).values()) {
                if (relation.kind().equals("person") && !relation.external()) {
                    Xml xml = Xml.open(archive, parts.require(relation.target()), THREADS, "personList");
                    int here = xml.depth();
                    while (xml.child(here)) {
                        people.put(xml.attribute("id"), xml.attribute("displayName"));
                    }
                }
            }
        } catch (UnreadableException e) {
            // Who said it is less than what was said.
            return people;
        }
        return people;
    }
}
