package goalsheet.check;

import goalsheet.xlsx.Archive;
import goalsheet.xlsx.ArchiveWriter;
import goalsheet.xlsx.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The parts of a filled form, to be changed in single places; each step that changes nothing fails. */
final class Pieces {
    static final String COVER = "xl/worksheets/sheet1.xml";
    static final String PROJECT = "xl/worksheets/sheet2.xml";
    static final String LISTS = "xl/worksheets/sheet4.xml";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    static final String STRINGS = "xl/sharedStrings.xml";
    static final String STYLES = "xl/styles.xml";
    static final String TYPES = "[Content_Types].xml";
    static final String ROOT = "_rels/.rels";
    /** The first of the project's dates, 2026-02-01. */
    static final String DATE = "<c r=\"C5\" s=\"5\" t=\"n\"><v>46054</v></c>";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    Pieces(byte[] form) {
        try {
            Archive archive = Archive.of(form);
            for (String name : archive.names()) {
                parts.put(name, archive.bytes(name));
            }
        } catch (UnreadableException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Pieces put(String part, String content) {
        return put(part, content.getBytes(StandardCharsets.UTF_8));
    }

    Pieces put(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    Pieces remove(String part) {
        require(parts.remove(part) != null, part);
        return this;
    }

    Pieces rename(String part, String to) {
        byte[] content = parts.get(part);
        return remove(part).put(to, content);
    }

    Pieces change(String part, String from, String to) {
        String before = text(part);
        require(before.contains(from), from);
        return put(part, before.replace(from, to));
    }

    Pieces changeFirst(String part, String from, String to) {
        String before = text(part);
        int at = before.indexOf(from);
        require(at >= 0, from);
        return put(part, before.substring(0, at) + to + before.substring(at + from.length()));
    }

    Pieces edit(String part, UnaryOperator<String> change) {
        String before = text(part);
        String after = change.apply(before);
        require(!after.equals(before), part);
        return put(part, after);
    }

    Pieces editAll(UnaryOperator<byte[]> change) {
        parts.replaceAll((part, content) -> change.apply(content));
        return this;
    }

    /** Another cell in the place of the project's first date. */
    Pieces cell(String inner) {
        return change(PROJECT, DATE, inner);
    }

    Pieces number(String number) {
        return cell(DATE.replace("46054", number));
    }

    /** A text in the first shared string that is the name of the project. */
    Pieces words(String xml) {
        return change(STRINGS, ">实验室检测设备购置<", ">" + xml + "<");
    }

    Pieces before(String part, String mark, String added) {
        return changeFirst(part, mark, added + mark);
    }

    String text(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    List<String> names() {
        return new ArrayList<>(parts.keySet());
    }

    byte[] bytes() {
        return bytes(names());
    }

    byte[] reversed() {
        List<String> names = names();
        Collections.reverse(names);
        return bytes(names);
    }

    private byte[] bytes(List<String> names) {
        ArchiveWriter writer = new ArchiveWriter();
        names.forEach(name -> writer.put(name, parts.get(name)));
        return writer.bytes();
    }

    private static void require(boolean changed, String what) {
        if (!changed) {
            throw new IllegalArgumentException("nothing changed: " + what);
        }
    }
}
