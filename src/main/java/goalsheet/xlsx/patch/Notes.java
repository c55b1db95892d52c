package goalsheet.xlsx.patch;

import goalsheet.xlsx.OwnMarks;
import goalsheet.xlsx.Ref;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The notes of one sheet: their texts, their boxes, and what ties both to the sheet. */
final class Notes {
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    /** By this author's name Excel knows a stand-in for a conversation, whose text is not its own. */
    private static final String CONVERSATION = "tc=";

    private final Parts parts;
    private final String sheet;
    private final String folder;
    private final Relations relations;

    /** @param folder of the workbook part */
    Notes(Parts parts, String sheet, String folder) {
        this.parts = parts;
        this.sheet = sheet;
        this.folder = folder;
        this.relations = new Relations(parts, sheet);
    }

    void strip() throws PatchException {
        Optional<Relations.Relation> part = relations.byKind("comments");
        if (part.isEmpty()) {
            return;
        }
        Markup comments = parts.markup(part.get().target());
        List<Element> all = comments(comments);
        Set<Ref> gone = new HashSet<>();
        for (Element comment : all) {
            NoteText text = new NoteText(comment);
            if (text.isOnlyOurs()) {
                comments.remove(comment);
                cell(comment).ifPresent(gone::add);
            } else if (text.hasOurs()) {
                text.strip(comments);
            }
        }
        if (!comments.isChanged()) {
            return;
        }
        if (gone.size() == all.size()) {
            parts.remove(part.get().target());
            relations.remove(part.get().id());
        } else {
            stripAuthor(comments, all, gone);
            parts.put(part.get().target(), comments);
        }
        stripShapes(gone);
    }

    /** @param notes what to say, by cell */
    void add(Map<Ref, String> notes) throws PatchException {
        Optional<Relations.Relation> existing = relations.byKind("comments");
        String part;
        if (existing.isPresent()) {
            part = existing.get().target();
        } else {
            part = parts.freeName(folder + "comments", ".xml");
            parts.add(part, TYPE, ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"" + NAMESPACE
                    + "\"><authors/><commentList/></comments>").getBytes(StandardCharsets.UTF_8));
            relations.add("comments", part);
        }
        Markup comments = parts.markup(part);
        Grid grid = new Grid(parts.sheet(sheet));
        String drawingPart = drawing();
        Markup drawing = parts.markup(drawingPart);
        NoteShapes shapes = new NoteShapes(drawing, grid);
        Element authors = comments.root().child("authors").orElseThrow(() -> new PatchException("no authors"));
        Element list = comments.root().child("commentList").orElseThrow(() -> new PatchException("no notes"));
        List<String> names = authors.all("author").map(Element::text).toList();
        int author = names.indexOf(OwnMarks.AUTHOR);
        Map<Ref, Element> before = new HashMap<>();
        comments(comments).forEach(comment -> cell(comment).ifPresent(cell -> before.put(cell, comment)));
        for (Map.Entry<Ref, String> note : notes.entrySet()) {
            Optional<Element> own = Optional.ofNullable(before.get(note.getKey()));
            if (own.isEmpty()) {
                if (author < 0) {
                    author = names.size();
                    comments.append(authors, new Fragment(authors.name.prefix()).leaf("author", OwnMarks.AUTHOR));
                }
                String text = NoteText.framed(note.getValue());
                String prefix = list.name.prefix();
                comments.append(list, new Fragment(prefix).open("comment", "ref", note.getKey(), "authorId", author)
                        .open("text").raw(NoteText.run(prefix, text)).close().close());
                shapes.add(note.getKey(), text);
            } else if (!author(names, own.get()).startsWith(CONVERSATION)) {
                NoteText text = new NoteText(own.get());
                text.append(comments, note.getValue());
                shapes.enlarge(note.getKey(), text.whole() + "\n" + NoteText.framed(note.getValue()));
            }
        }
        parts.put(part, comments);
        parts.put(drawingPart, drawing);
    }

    /** The part that holds the sheet's VML, made when there is none. */
    private String drawing() throws PatchException {
        Markup markup = parts.sheet(sheet);
        Optional<Element> link = markup.root().child("legacyDrawing");
        if (link.isPresent()) {
            return relations.byId(link.get().attribute("/relationships", "id")).map(Relations.Relation::target).filter(parts::has)
                    .orElseThrow(() -> new PatchException("drawing missing"));
        }
        String part = parts.freeName(folder + "drawings/vmlDrawing", ".vml");
        parts.add(part, NoteShapes.TYPE, NoteShapes.empty());
        String id = relations.add("vmlDrawing", part);
        markup.insertOrdered(Highlights.SHEET_ORDER, "legacyDrawing",
                new Fragment(markup.root().name.prefix()).open("legacyDrawing").relation(markup.root(), id).close());
        parts.change(sheet, markup);
        return part;
    }

    private void stripShapes(Set<Ref> gone) throws PatchException {
        Markup markup = parts.sheet(sheet);
        Optional<Element> link = markup.root().child("legacyDrawing");
        Optional<Relations.Relation> target = link.isEmpty() ? Optional.empty() : relations.byId(link.get().attribute("/relationships", "id"));
        if (target.isEmpty()) {
            return;
        }
        Markup drawing = parts.markup(target.get().target());
        if (NoteShapes.strip(drawing, gone)) {
            parts.put(target.get().target(), drawing);
        } else {
            parts.remove(target.get().target());
            relations.remove(target.get().id());
            markup.remove(link.get());
            parts.put(sheet, markup);
        }
    }

    /** Our name goes when nobody refers to it; only from the end of the list, because authors are known by their numbers. */
    private static void stripAuthor(Markup comments, List<Element> all, Set<Ref> gone) {
        List<Element> names = comments.root().all("authors").flatMap(authors -> authors.all("author")).toList();
        int last = names.size() - 1;
        boolean used = all.stream().filter(comment -> cell(comment).filter(gone::contains).isEmpty()).anyMatch(comment -> comment.number("authorId", -1) == last);
        if (last >= 0 && !used && names.get(last).text().equals(OwnMarks.AUTHOR)) {
            comments.remove(names.get(last));
        }
    }

    private static String author(List<String> names, Element comment) {
        int index = comment.number("authorId", -1);
        return index >= 0 && index < names.size() ? names.get(index) : "";
    }

    private static List<Element> comments(Markup comments) {
        return comments.root().all("commentList").flatMap(list -> list.all("comment")).toList();
    }

    private static Optional<Ref> cell(Element comment) {
        try {
            return Optional.of(Ref.parse(comment.get("ref")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
