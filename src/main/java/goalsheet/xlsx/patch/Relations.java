package goalsheet.xlsx.patch;

import goalsheet.xlsx.PartNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The relations of one part to others, read anew on every question, so that it is never behind the parts. */
final class Relations {
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
    static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** @param target name of the part, "" when it lies outside the workbook */
    record Relation(String id, String type, String target) {
    }

    private final Parts parts;
    private final String owner;

    /** @param owner name of the part, "" for the workbook file as a whole */
    Relations(Parts parts, String owner) {
        this.parts = parts;
        this.owner = owner;
    }

    /** Name of the part in which the relations of a part are written. */
    static String of(String owner) {
        String folder = Parts.folder(owner);
        return folder + "_rels/" + owner.substring(folder.length()) + ".rels";
    }

    List<Relation> all() throws PatchException {
        if (!parts.has(of(owner))) {
            return List.of();
        }
        return parts.markup(of(owner)).root().all("Relationship").map(this::relation).toList();
    }

    Optional<Relation> byId(String id) throws PatchException {
        return all().stream().filter(relation -> relation.id().equals(id)).findFirst();
    }

    /** The first relation within the workbook of a kind such as {@code comments}. */
    Optional<Relation> byKind(String kind) throws PatchException {
        return all().stream().filter(relation -> PartNames.kind(relation.type()).equals(kind) && !relation.target().isEmpty()).findFirst();
    }

    /** Adds a relation and gives its id. */
    String add(String kind, String target) throws PatchException {
        String name = of(owner);
        if (all().isEmpty()) {
            parts.removeQuietly(name);
            parts.put(name, ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"" + NAMESPACE + "\"/>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        List<String> taken = all().stream().map(Relation::id).toList();
        int number = 1;
        while (taken.contains("rId" + number)) {
            number++;
        }
        Markup markup = parts.markup(name);
        markup.append(markup.root(), new Fragment(markup.root().name.prefix())
                .empty("Relationship", "Id", "rId" + number, "Type", OFFICE + "/" + kind, "Target", relative(target)));
        parts.put(name, markup);
        return "rId" + number;
    }

    /** Removes a relation; a part of relations that holds none any more goes with it. */
    void remove(String id) throws PatchException {
        String name = of(owner);
        Markup markup = parts.markup(name);
        List<Element> relations = markup.root().all("Relationship").toList();
        List<Element> removed = relations.stream().filter(relation -> relation.get("Id").equals(id)).toList();
        removed.forEach(markup::remove);
        parts.put(name, markup);
        if (removed.size() == relations.size()) {
            parts.removeQuietly(name);
        }
    }

    private Relation relation(Element relation) {
        String target = relation.get("TargetMode").equals("External") ? "" : PartNames.resolve(Parts.folder(owner), relation.get("Target"));
        return new Relation(relation.get("Id"), relation.get("Type"), target);
    }

    private String relative(String target) {
        String folder = Parts.folder(owner);
        if (target.startsWith(folder)) {
            return target.substring(folder.length());
        }
        // One step up is enough for a sheet beside drawings and notes; anything else is named from the top.
        String above = folder.isEmpty() ? "" : Parts.folder(folder.substring(0, folder.length() - 1));
        return !above.isEmpty() && target.startsWith(above) ? "../" + target.substring(above.length()) : "/" + target;
    }
}
