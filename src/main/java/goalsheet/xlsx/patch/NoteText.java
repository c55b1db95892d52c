package goalsheet.xlsx.patch;

import goalsheet.xlsx.OwnMarks;
import java.util.List;

/** The text of one note as runs: our words between their two lines, a person's around them. */
final class NoteText {
    private final Element text;
    private final List<Element> pieces;
    private final String whole;

    /** @param comment a {@code comment} element */
    NoteText(Element comment) {
        this.text = comment.child("text").orElse(comment);
        this.pieces = text.children.stream().flatMap(child -> child.is("t") ? java.util.stream.Stream.of(child) : child.is("r") ? child.all("t") : java.util.stream.Stream.empty())
                .toList();
        this.whole = String.join("", pieces.stream().map(Element::text).toList());
    }

    String whole() {
        return whole;
    }

    boolean hasOurs() {
        return whole.contains(OwnMarks.NOTE_HEAD);
    }

    /** Whether nobody else has written anything. */
    boolean isOnlyOurs() {
        return hasOurs() && (whole.substring(0, from()) + whole.substring(to())).isBlank();
    }

    /** Takes our words out, whichever runs a program has put them into. */
    void strip(Markup comments) {
        int from = from();
        int to = to();
        int at = 0;
        for (Element piece : pieces) {
            String words = piece.text();
            int start = Math.min(Math.max(from - at, 0), words.length());
            int end = Math.min(Math.max(to - at, 0), words.length());
            String kept = words.substring(0, start) + words.substring(end);
            if (!kept.equals(words)) {
                Element run = text.children.contains(piece) ? piece : text.children.stream().filter(child -> child.children.contains(piece)).findFirst().orElseThrow();
                if (kept.isEmpty()) {
                    comments.remove(run);
                } else {
                    // What the format escapes is still escaped here, so that it goes back as it is.
                    comments.replace(piece, new Fragment(piece.name.prefix()).leaf("t", kept, "xml:space", "preserve"));
                }
            }
            at += words.length();
        }
    }

    /** Adds our words behind what is there. */
    void append(Markup comments, String words) {
        for (Element child : text.children) {
            if (child.is("t")) {
                // A plain text and runs beside each other are allowed, but not shown by every program.
                comments.replace(child, new Fragment(child.name.prefix()).open("r").leaf("t", child.text(), "xml:space", "preserve").close());
            }
        }
        comments.append(text, run(text.name.prefix(), "\n" + framed(words)));
    }

    static String framed(String words) {
        return OwnMarks.NOTE_HEAD + "\n" + words + "\n" + OwnMarks.NOTE_FOOT;
    }

    static Fragment run(String prefix, String words) {
        return new Fragment(prefix).open("r")
                .open("rPr").empty("sz", "val", 9).empty("color", "indexed", 81).empty("rFont", "val", "宋体").empty("charset", "val", 134).close()
                .words(words).close();
    }

    private int from() {
        int head = whole.indexOf(OwnMarks.NOTE_HEAD);
        return head > 0 && whole.charAt(head - 1) == '\n' ? head - 1 : head;
    }

    private int to() {
        int foot = whole.indexOf(OwnMarks.NOTE_FOOT, whole.indexOf(OwnMarks.NOTE_HEAD) + OwnMarks.NOTE_HEAD.length());
        return foot < 0 ? whole.length() : foot + OwnMarks.NOTE_FOOT.length();
    }
}
