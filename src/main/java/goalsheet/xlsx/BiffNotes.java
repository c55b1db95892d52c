package goalsheet.xlsx;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The notes in the records of an old workbook: the cell and its author in one record, the text in another behind the drawn box, both known
 * by the number of the box. Read without POI, which would want the drawings as well.
 */
final class BiffNotes {
    private static final int HEADER = 4;
    private static final int BEGIN = 0x809;
    private static final int EOF = 0x0A;
    private static final int NOTE = 0x1C;
    private static final int CONTINUE = 0x3C;
    private static final int BOX = 0x5D;
    private static final int BOX_TEXT = 0x1B6;
    private static final int NO_BOX = -1;

    /** @param sheet from 0, in the order of the stream */
    record Found(int sheet, Ref cell, String author, String text) {
    }

    private record Place(int sheet, Ref cell, int box, String author) {
    }

    private final ByteBuffer in;
    private final List<Place> places = new ArrayList<>();
    private final Map<List<Integer>, String> texts = new HashMap<>();

    private BiffNotes(ByteBuffer in) {
        this.in = in;
    }

    /** @param records that {@link Biff} has been through, so that each lies within the stream */
    static List<Found> read(ByteBuffer records) {
        BiffNotes notes = new BiffNotes(records);
        notes.walk();
        return notes.places.stream().filter(place -> notes.texts.containsKey(List.of(place.sheet, place.box)))
                .map(place -> new Found(place.sheet, place.cell, place.author, notes.texts.get(List.of(place.sheet, place.box)))).toList();
    }

    private void walk() {
        int depth = 0;
        int sheet = -1;
        int box = NO_BOX;
        for (int at = 0; at + HEADER <= in.capacity() && (depth > 0 || u16(at) == BEGIN); at += HEADER + u16(at + 2)) {
            int length = u16(at + 2);
            int data = at + HEADER;
            int id = u16(at);
            if (id == BEGIN) {
                sheet += depth++ == 0 ? 1 : 0;
                continue;
            }
            depth -= id == EOF ? 1 : 0;
            if (id == NOTE && length >= 11) {
                places.add(new Place(sheet - 1, new Ref(u16(data), u16(data + 2)), u16(data + 6), characters(data + 11, in.get(data + 10), u16(data + 8), data + length)));
            } else if (id == BOX && length >= 8) {
                box = u16(data + 6);
            } else if (id == BOX_TEXT && length >= 12) {
                texts.putIfAbsent(List.of(sheet - 1, box), text(at + HEADER + length, u16(data + 10)));
            }
        }
    }

    /** The characters of a box, in as many records as they need. */
    private String text(int from, int characters) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at + HEADER < in.capacity() && u16(at) == CONTINUE && text.length() < characters && u16(at + 2) > 0; at += HEADER + u16(at + 2)) {
            int data = at + HEADER;
            text.append(characters(data + 1, in.get(data), characters - text.length(), data + u16(at + 2)));
        }
        return text.toString();
    }

    private String characters(int from, byte flags, int count, int end) {
        boolean wide = (flags & 1) != 0;
        Charset charset = wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
        return new String(in.array(), from, Math.max(0, Math.min(count * (wide ? 2 : 1), end - from)), charset);
    }

    private int u16(int at) {
        return in.getShort(at) & 0xFFFF;
    }
}
