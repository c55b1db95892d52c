package goalsheet.xlsx;

import goalsheet.xlsx.UnreadableException.Reason;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the parts of a workbook hang together: what each is, and which one refers to which. */
final class Parts {
    private static final String TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String STRICT_DOCUMENT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";

    /**
     * @param kind     last word of the relation's type: {@code worksheet}, {@code styles}, …
     * @param target   name of a part, or whatever stands there when it leads out of the file
     * @param external whether it leads out of the file
     */
    record Relation(String kind, String target, boolean external) {
    }

    private final Archive archive;
    private final Map<String, String> typeByExtension = new HashMap<>();
    private final Map<String, String> typeByPart = new HashMap<>();

    Parts(Archive archive) throws UnreadableException {
        this.archive = archive;
        if (!archive.has("[Content_Types].xml") || !archive.has("_rels/.rels")) {
            throw FileKind.ofZip(archive.names(), archive.has("mimetype") ? archive.bytes("mimetype") : new byte[0]);
        }
        Allowance allowance = new Allowance();
        Xml xml = Xml.open(archive, "[Content_Types].xml", TYPES, "Types");
        int here = xml.depth();
        while (xml.child(here)) {
            String type = xml.attribute("ContentType");
            allowance.takeItem(xml);
            if (xml.name().equals("Default")) {
                typeByExtension.put(Archive.key(xml.attribute("Extension")), type);
            } else if (xml.name().equals("Override")) {
                typeByPart.put(Archive.key(PartNames.resolve("", xml.attribute("PartName"))), type);
            }
        }
    }

    /** The content type of a part, "" when the file does not say. */
    String type(String part) {
        String key = Archive.key(part);
        String own = typeByPart.get(key);
        return own != null ? own : typeByExtension.getOrDefault(key.substring(key.lastIndexOf('.') + 1), "");
    }

    /** The part that the whole file is about; refuses files that are no workbook, saying what they are. */
    String workbook() throws UnreadableException {
        for (Relation relation : relations("").values()) {
            if (relation.kind.equals("officeDocument") && !relation.external) {
                String type = type(relation.target);
                if (type.contains("wordprocessingml") || type.contains("ms-word")) {
                    throw new UnreadableException(Reason.WORD, Xml.brief(type));
                }
                if (type.contains("presentationml") || type.contains("ms-powerpoint")) {
                    throw new UnreadableException(Reason.SLIDES, Xml.brief(type));
                }
                if (type.contains("sheet.binary")) {
                    throw new UnreadableException(Reason.BINARY, relation.target);
                }
                return require(relation.target);
            }
        }
        throw new UnreadableException(Reason.NOT_A_WORKBOOK, "no main part");
    }

    /** Where a part's relations lead, by id, in the order of the file; none when it has no list of them. "" stands for the file itself. */
    Map<String, Relation> relations(String part) throws UnreadableException {
        int slash = part.lastIndexOf('/') + 1;
        String list = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        Map<String, Relation> relations = new LinkedHashMap<>();
        if (!archive.has(list)) {
            return relations;
        }
        Xml xml = Xml.open(archive, list, RELATIONS, "Relationships");
        Allowance allowance = new Allowance();
        int here = xml.depth();
        while (xml.child(here)) {
            allowance.takeItem(xml);
            String type = xml.attribute("Type");
            if (type.equals(STRICT_DOCUMENT)) {
                throw new UnreadableException(Reason.STRICT, list);
            }
            boolean external = xml.attribute("TargetMode").equals("External");
            String target = xml.attribute("Target");
            Relation relation = new Relation(PartNames.kind(type), external ? target : PartNames.resolve(part.substring(0, slash), target), external);
            if (relations.put(xml.attribute("Id"), relation) != null) {
                throw xml.damaged("relation " + Xml.brief(xml.attribute("Id")) + " twice");
            }
        }
        return relations;
    }

    /** The part itself, which must be there. */
    String require(String part) throws UnreadableException {
        if (!archive.has(part)) {
            throw new UnreadableException(Reason.DAMAGED, "part is missing: " + Xml.brief(part));
        }
        return part;
    }
}
