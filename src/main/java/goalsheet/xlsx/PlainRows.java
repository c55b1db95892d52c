package goalsheet.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the rows of a sheet straight from the bytes of its part, if they are written as spreadsheet programs write them: the usual
 * elements and attributes, no comments, no entities but the five. Two thirds of the time of reading went into handing these rows
 * through a parser. Whatever is not plain, or wrong in any way, is left to the parser, which then begins anew and says what is wrong.
 */
final class PlainRows {
    private static final byte[] CLOSE = PlainHead.ascii("</sheetData>");
    private static final byte[] ROW = PlainHead.ascii("<row");
    private static final byte[] ROW_END = PlainHead.ascii("</row>");
    private static final byte[] CELL = PlainHead.ascii("<c");
    private static final byte[] CELL_END = PlainHead.ascii("</c>");
    private static final byte[] FORMULA = PlainHead.ascii("<f");
    private static final byte[] FORMULA_END = PlainHead.ascii("</f>");
    private static final byte[] VALUE = PlainHead.ascii("<v>");
    private static final byte[] NO_VALUE = PlainHead.ascii("<v/>");
    private static final byte[] VALUE_END = PlainHead.ascii("</v>");
    private static final byte[][] ROW_ATTRIBUTES = names("r", "ht", "hidden", "spans", "customHeight", "s", "customFormat", "outlineLevel", "collapsed", "thickTop", "thickBot", "x14ac:dyDescent");
    private static final byte[][] CELL_ATTRIBUTES = names("r", "s", "t", "cm", "vm");
    private static final byte[][] FORMULA_ATTRIBUTES = names("t", "si", "ref", "aca", "ca");
    private static final int EXTENDED = 11;
    private static final byte[][] ENTITY_NAMES = {PlainHead.ascii("&amp;"), PlainHead.ascii("&quot;"), PlainHead.ascii("&lt;"), PlainHead.ascii("&gt;"), PlainHead.ascii("&apos;")};
    private static final String ENTITIES = "&\"<>'";

    /** The places of the first byte and of that behind the last one. */
    record Span(int from, int to) {
    }

    /** Something that is not plain. */
    private static final class NotPlain extends Exception {
        static final NotPlain IT = new NotPlain();

        private NotPlain() {
            super(null, null, false, false);
        }
    }

    private final byte[] part;
    private final PlainHead head;
    private final CellMaker cells;
    private final KnownFormulas formulas;
    private int at;
    private char[] buffer = new char[128];
    /** Where the attributes of the current element have their values, by their number; the end is 0 for those it does not have. */
    private final int[] from = new int[ROW_ATTRIBUTES.length];
    private final int[] to = new int[ROW_ATTRIBUTES.length];

    private PlainRows(byte[] part, PlainHead head, CellMaker cells, KnownFormulas formulas) {
        this.part = part;
        this.head = head;
        this.at = head.length();
        this.cells = cells;
        this.formulas = formulas;
    }

    /**
     * Reads the rows.
     *
     * @param cells what receives them; of no use any more unless the rows are plain
     * @return where they stand in the part, empty unless they are plain
     */
    static Optional<Span> read(Unpacked content, CellMaker cells, KnownFormulas formulas) throws UnreadableException {
        Optional<PlainHead> head = PlainHead.of(content);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        PlainRows plain = new PlainRows(content.bytes(), head.get(), cells, formulas);
        try {
            plain.rows();
        } catch (NotPlain | UnreadableException | IndexOutOfBoundsException e) {
            // The last is the end of the array, behind a part that breaks off.
            WorkLimit.proceed();
            return Optional.empty();
        }
        // A part that breaks off may seem to go on in what stood in its place before.
        return plain.at + CLOSE.length <= content.length() ? Optional.of(new Span(head.get().length(), plain.at)) : Optional.empty();
    }

    private void rows() throws NotPlain, UnreadableException {
        while (!eat(CLOSE)) {
            WorkLimit.proceed();
            need(ROW);
            boolean empty = attributes(ROW_ATTRIBUTES);
            if (to[EXTENDED] > 0 && !head.isExtended()) {
                throw NotPlain.IT;
            }
            cells.row(number(0, cells.row() + 2) - 1, is(2, "1") || is(2, "true") || is(2, "on") || is(1, "0"));
            while (!empty && !eat(ROW_END)) {
                cell();
            }
        }
        at -= CLOSE.length;
    }

    private void cell() throws NotPlain, UnreadableException {
        need(CELL);
        boolean empty = attributes(CELL_ATTRIBUTES);
        int style = number(1, 0);
        String type = to[2] == 0 ? "n" : is(2, "s") ? "s" : is(2, "str") ? "str" : string(2);
        cells.cell(to[0] == 0 ? cells.col() + 1 : column(), style);
        if (type.equals("inlineStr")) {
            throw NotPlain.IT;
        }
        String formula = "";
        String stored = "";
        if (!empty) {
            if (type.equals("s") && eat(VALUE)) {
                int index = index();
                need(VALUE_END);
                need(CELL_END);
                cells.shared(style, index);
                return;
            }
            if (isNext(FORMULA)) {
                formula = formula();
            }
            if (eat(VALUE)) {
                stored = text();
                need(VALUE_END);
            } else {
                eat(NO_VALUE);
            }
            need(CELL_END);
        }
        cells.content(type, style, formula, stored);
    }

    private String formula() throws NotPlain, UnreadableException {
        need(FORMULA);
        boolean empty = attributes(FORMULA_ATTRIBUTES);
        boolean isShared = is(0, "shared");
        if (to[0] > 0 && !isShared && !is(0, "normal") && !is(0, "array")) {
            throw NotPlain.IT;
        }
        int group = isShared ? number(1, 0) : -1;
        boolean first = isShared && to[2] > from[2];
        String text = "";
        if (!empty) {
            int start = at;
            at = formulas.end(part, start);
            text = formulas.read(part, start, at);
            if (text == null) {
                at = start;
                text = Strings.unescape(text());
                formulas.add(part, start, at, text);
            }
            need(FORMULA_END);
        }
        return cells.formula(text, group, first);
    }

    /** The attributes of an element of which only the name was read, and its end; whether it is empty. */
    private boolean attributes(byte[][] names) throws NotPlain {
        Arrays.fill(to, 0);
        while (true) {
            int here = part[at];
            if (here == '>') {
                at++;
                return false;
            }
            if (here == '/') {
                at++;
                need('>');
                return true;
            }
            need(' ');
            int name = name(names);
            if (to[name] > 0) {
                throw NotPlain.IT;
            }
            from[name] = at;
            while (part[at] != '"') {
                if (part[at] < ' ' || part[at] == '<' || part[at] == '&') {
                    throw NotPlain.IT;
                }
                at++;
            }
            to[name] = at++;
        }
    }

    /** The number of an attribute, up to the quote that opens its value. */
    private int name(byte[][] names) throws NotPlain {
        for (int i = 0; i < names.length; i++) {
            if (eat(names[i])) {
                return i;
            }
        }
        throw NotPlain.IT;
    }

    private boolean is(int attribute, String value) {
        int length = to[attribute] - from[attribute];
        if (to[attribute] == 0 || length != value.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (part[from[attribute] + i] != value.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String string(int attribute) {
        return new String(part, from[attribute], to[attribute] - from[attribute], StandardCharsets.ISO_8859_1);
    }

    private int number(int attribute, int byDefault) throws NotPlain {
        if (to[attribute] == 0) {
            return byDefault;
        }
        int number = 0;
        for (int i = from[attribute]; i < to[attribute]; i++) {
            number = number * 10 + digit(i);
        }
        if (to[attribute] == from[attribute] || to[attribute] - from[attribute] > 8) {
            throw NotPlain.IT;
        }
        return number;
    }

    /** The number that stands here, up to the next element. */
    private int index() throws NotPlain {
        int start = at;
        int index = 0;
        while (part[at] != '<') {
            index = index * 10 + digit(at++);
        }
        if (at == start || at - start > 8) {
            throw NotPlain.IT;
        }
        return index;
    }

    private int digit(int index) throws NotPlain {
        int digit = part[index] - '0';
        if (digit < 0 || digit > 9) {
            throw NotPlain.IT;
        }
        return digit;
    }

    /** The column of the cell's address, which must be in the current row. */
    private int column() throws NotPlain {
        int i = from[0];
        int col = 0;
        while (i < to[0] && i - from[0] < 3 && part[i] >= 'A' && part[i] <= 'Z') {
            col = col * 26 + part[i++] - 'A' + 1;
        }
        int row = 0;
        for (int digits = i; i < to[0]; i++) {
            row = row * 10 + digit(i);
            if (i - digits > 6) {
                throw NotPlain.IT;
            }
        }
        if (col == 0 || row != cells.row() + 1) {
            throw NotPlain.IT;
        }
        return col - 1;
    }

    /** The text up to the next element. */
    private String text() throws NotPlain {
        int start = at;
        boolean escaped = false;
        boolean wide = false;
        for (byte here = part[at]; here != '<'; here = part[++at]) {
            if (here < ' ') {
                wide |= here < 0;
                if (here >= 0 && here != '\n' && here != '\t') {
                    throw NotPlain.IT;
                }
            } else {
                escaped |= here == '&';
                if (here == '>' && part[at - 1] == ']') {
                    throw NotPlain.IT;
                }
            }
        }
        return escaped || wide ? decoded(start) : new String(part, start, at - start, StandardCharsets.ISO_8859_1);
    }

    /** What stands from there to here, as characters, in one step: a third of all memory went into pieces of formulas. */
    private String decoded(int start) throws NotPlain {
        if (buffer.length < at - start) {
            buffer = new char[Math.max(at - start, 2 * buffer.length)];
        }
        int length = 0;
        for (int i = start; i < at; length++) {
            int here = part[i];
            if (here == '&') {
                int entity = entity(i);
                buffer[length] = ENTITIES.charAt(entity);
                i += ENTITY_NAMES[entity].length;
            } else if (here >= 0) {
                buffer[length] = (char) here;
                i++;
            } else if (here >> 5 == -2) {
                buffer[length] = (char) wide((here & 0x1F) << 6 | follower(i + 1), 0x80);
                i += 2;
            } else if (here >> 4 == -2) {
                buffer[length] = (char) wide((here & 0xF) << 12 | follower(i + 1) << 6 | follower(i + 2), 0x800);
                i += 3;
            } else {
                throw NotPlain.IT;
            }
        }
        return new String(buffer, 0, length);
    }

    private int entity(int from) throws NotPlain {
        for (int i = 0; i < ENTITY_NAMES.length; i++) {
            if (isAt(from, ENTITY_NAMES[i])) {
                return i;
            }
        }
        throw NotPlain.IT;
    }

    /** The bits of a byte of UTF-8 that is not the first of its character. */
    private int follower(int index) throws NotPlain {
        if (part[index] >> 6 != -2) {
            throw NotPlain.IT;
        }
        return part[index] & 0x3F;
    }

    /** A character that is one of XML's, and written no longer than it must be. */
    private static int wide(int character, int least) throws NotPlain {
        if (character < least || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE || character >= 0xFFFE) {
            throw NotPlain.IT;
        }
        return character;
    }

    private boolean isNext(byte[] expected) {
        return isAt(at, expected);
    }

    private boolean isAt(int index, byte[] expected) {
        for (int i = 0; i < expected.length; i++) {
            if (part[index + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean eat(byte[] expected) {
        boolean is = isNext(expected);
        at += is ? expected.length : 0;
        return is;
    }

    private void need(byte[] expected) throws NotPlain {
        if (!eat(expected)) {
            throw NotPlain.IT;
        }
    }

    private void need(char expected) throws NotPlain {
        if (part[at++] != expected) {
            throw NotPlain.IT;
        }
    }

    private static byte[][] names(String... names) {
        return Arrays.stream(names).map(name -> PlainHead.ascii(name + "=\"")).toArray(byte[][]::new);
    }
}
