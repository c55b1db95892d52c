package goalsheet.xlsx;

import goalsheet.xlsx.Snapshot.Style;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What was read before and will probably come again: the forms of several units are alike for the most part, byte for byte, and so are the
 * sheets of several projects. What is kept for a workbook says nothing but what its own bytes mean.
 */
final class Familiar {
    /** As many as workbooks were read at the same time. */
    private static final Queue<Familiar> IDLE = new ConcurrentLinkedQueue<>();
    /** By so many bytes the next part may be larger. */
    private static final int MORE_ROOM = 4_096;

    final KnownFormulas formulas = new KnownFormulas();
    final KnownParts<SheetReader.Around> sheets = new KnownParts<>();
    final KnownParts<List<Style>> styles = new KnownParts<>();
    private byte[] room = new byte[0];

    /** For one workbook. */
    static Familiar take() {
        Familiar idle = IDLE.poll();
        return idle == null ? new Familiar() : idle;
    }

    /** For another workbook, unless it is full of what some odd workbook had. */
    void giveBack() {
        formulas.start();
        if (!formulas.isFull() && !sheets.isFull() && !styles.isFull()) {
            IDLE.add(this);
        }
    }

    /** The content of a part until the next one is asked for: half of what reading a workbook took from memory were its unpacked sheets. */
    Unpacked unpack(Archive archive, String part) throws UnreadableException {
        long promised = Math.min(archive.size(part), Archive.MAX_PROMISE);
        if (room.length < promised) {
            room = new byte[(int) promised + MORE_ROOM];
        }
        return archive.unpack(part, room);
    }
}
