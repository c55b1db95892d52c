package goalsheet.xlsx;

import java.nio.ByteBuffer;

/**
 * The shared texts of an old workbook, which run on from one record into the next. POI makes empty texts of those that are missing, so
 * that they are counted here first.
 */
final class BiffTexts {
    private static final int CONTINUE = 0x3C;
    private static final int HEADER = 4;

    private final ByteBuffer in;
    private int at;
    private int end;

    private BiffTexts(ByteBuffer in, int record) {
        this.in = in;
        this.at = record + HEADER;
        this.end = at + u16(record + 2);
    }

    /**
     * How many texts there are.
     *
     * @param record where the first record begins
     * @throws UnreadableException when they are fewer than it says
     */
    static long count(ByteBuffer in, int record) throws UnreadableException {
        BiffTexts texts = new BiffTexts(in, record);
        texts.skip(4);
        long count = texts.number(4);
        for (long text = 0; text < count; text++) {
            texts.pass();
        }
        return count;
    }

    private void pass() throws UnreadableException {
        int length = (int) number(2);
        int flags = (int) number(1);
        long runs = (flags & 8) == 0 ? 0 : number(2) * 4;
        long reading = (flags & 4) == 0 ? 0 : number(4);
        boolean wide = (flags & 1) != 0;
        while (length > 0) {
            if (at == end) {
                advance();
                // The rest of a text may be stored in another width.
                wide = (in.get(at++) & 1) != 0;
            }
            int here = Math.min(length, (end - at) / (wide ? 2 : 1));
            if (here == 0) {
                throw Biff.damaged("text cut in a character");
            }
            at += here * (wide ? 2 : 1);
            length -= here;
        }
        skip(runs + reading);
    }

    private void skip(long bytes) throws UnreadableException {
        long left = bytes;
        while (left > 0) {
            if (at == end) {
                advance();
            }
            int here = (int) Math.min(left, end - at);
            at += here;
            left -= here;
        }
    }

    private long number(int bytes) throws UnreadableException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            if (at == end) {
                advance();
            }
            value |= (in.get(at++) & 0xFFL) << 8 * i;
        }
        return value;
    }

    private void advance() throws UnreadableException {
        if (end + HEADER > in.capacity() || u16(end) != CONTINUE || u16(end + 2) == 0) {
            throw Biff.damaged("texts are missing");
        }
        at = end + HEADER;
        end = at + u16(end + 2);
        if (end > in.capacity()) {
            throw Biff.damaged("texts are missing");
        }
    }

    private int u16(int position) {
        return in.getShort(position) & 0xFFFF;
    }
}
