package goalsheet.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Which row (or column) of a returned sheet is which of the form; all count from 0. */
public final class Lines {
    /** What an inserted or deleted block costs: less than one printed word that is found again, more than one that was changed. */
    static final double OPEN = 2.5;
    /** What each further line of a block costs. */
    private static final double EXTEND = 0.1;
    private static final int GONE = -1;

    private final int[] now;

    /** How well a line of the form and a returned one fit. */
    public interface Fit {
        double of(int form, int returned);
    }

    /** Lines side by side. @param first of them  @param count at least 1 */
    record Block(int first, int count) {
    }

    private Lines(int[] now) {
        this.now = now;
    }

    /** Every line where it was. */
    static Lines same(int count) {
        int[] now = new int[count];
        Arrays.setAll(now, line -> line);
        return new Lines(now);
    }

    /**
     * The lines in their old order as they fit best; of places that fit alike the last, because that is where tables have their spare rows.
     *
     * @param count    lines of the form
     * @param returned lines that are looked at
     */
    public static Lines fitting(int count, int returned, Fit fit) {
        double[][] paired = table(count, returned);
        double[][] added = table(count, returned);
        double[][] lost = table(count, returned);
        paired[0][0] = 0;
        for (int form = 0; form <= count; form++) {
            for (int line = 0; line <= returned; line++) {
                if (line > 0) {
                    added[form][line] = Math.max(Math.max(paired[form][line - 1], lost[form][line - 1]) - OPEN, added[form][line - 1] - EXTEND);
                }
                if (form > 0) {
                    lost[form][line] = Math.max(Math.max(paired[form - 1][line], added[form - 1][line]) - OPEN, lost[form - 1][line] - EXTEND);
                }
                if (form > 0 && line > 0) {
                    paired[form][line] = best(paired, added, lost, form - 1, line - 1) + fit.of(form - 1, line - 1);
                }
            }
        }
        return new Lines(traced(paired, added, lost, count, end(paired, lost, count, returned), fit));
    }

    private static double[][] table(int count, int returned) {
        double[][] table = new double[count + 1][returned + 1];
        for (double[] row : table) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        return table;
    }

    private static double best(double[][] paired, double[][] added, double[][] lost, int form, int line) {
        return Math.max(paired[form][line], Math.max(added[form][line], lost[form][line]));
    }

    /** What stands below the form costs nothing. */
    private static int end(double[][] paired, double[][] lost, int count, int returned) {
        int end = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int line = 0; line <= returned; line++) {
            double reached = Math.max(paired[count][line], lost[count][line]);
            if (reached > most) {
                most = reached;
                end = line;
            }
        }
        return end;
    }

    private static int[] traced(double[][] paired, double[][] added, double[][] lost, int count, int end, Fit fit) {
        int[] now = new int[count];
        int form = count;
        int line = end;
        while (form > 0) {
            // A step back in the same table goes on with the block, whatever it cost to open it.
            if (line > 0 && added[form][line] >= paired[form][line] && added[form][line] >= lost[form][line]) {
                while (line > 0 && added[form][line] == added[form][line - 1] - EXTEND) {
                    line--;
                }
                line--;
            } else if (lost[form][line] >= paired[form][line]) {
                while (form > 1 && lost[form][line] == lost[form - 1][line] - EXTEND) {
                    now[--form] = GONE;
                }
                now[--form] = GONE;
            } else {
                now[--form] = --line;
            }
        }
        return exchanged(now, fit);
    }

    /** Lines that went where as many came are the same lines with other content, unless nothing is left of them. */
    private static int[] exchanged(int[] now, Fit fit) {
        int before = -1;
        for (int form = 0; form < now.length; form++) {
            if (now[form] != GONE) {
                before = now[form];
                continue;
            }
            int after = form;
            while (after < now.length && now[after] == GONE) {
                after++;
            }
            if (after < now.length && now[after] - before - 1 >= after - form) {
                for (; form < after; form++) {
                    before++;
                    now[form] = fit.of(form, before) > -OPEN ? before : GONE;
                }
            }
            form = after - 1;
        }
        return now;
    }

    boolean isSame() {
        for (int line = 0; line < now.length; line++) {
            if (now[line] != line) {
                return false;
            }
        }
        return true;
    }

    /** Where a line of the form is now; empty when it is gone. */
    public OptionalInt at(int form) {
        return form < now.length && now[form] != GONE ? OptionalInt.of(now[form]) : OptionalInt.empty();
    }

    /** The line of the form that a returned line is; empty when it is none. */
    public OptionalInt from(int returned) {
        for (int form = 0; form < now.length; form++) {
            if (now[form] == returned) {
                return OptionalInt.of(form);
            }
        }
        return OptionalInt.empty();
    }

    /** The first line that is left of a stretch of the form. */
    OptionalInt first(int from, int to) {
        return Arrays.stream(now, from, Math.min(to + 1, now.length)).filter(line -> line != GONE).findFirst();
    }

    /** The last line that is left of a stretch of the form. */
    OptionalInt last(int from, int to) {
        return Arrays.stream(now, from, Math.min(to + 1, now.length)).filter(line -> line != GONE).max();
    }

    /** Blocks of returned lines before and between those of the form. */
    List<Block> inserted() {
        List<Block> blocks = new ArrayList<>();
        int next = 0;
        for (int line : now) {
            if (line != GONE) {
                if (line > next) {
                    blocks.add(new Block(next, line - next));
                }
                next = line + 1;
            }
        }
        return blocks;
    }

    /** Blocks of lines of the form that are gone. */
    List<Block> gone() {
        List<Block> blocks = new ArrayList<>();
        for (int form = 0; form < now.length; form++) {
            int first = form;
            while (form < now.length && now[form] == GONE) {
                form++;
            }
            if (form > first) {
                blocks.add(new Block(first, form - first));
            }
        }
        return blocks;
    }

    /** The returned line behind the last one that is left before a line of the form. */
    int behind(int form) {
        for (int line = form - 1; line >= 0; line--) {
            if (now[line] != GONE) {
                return now[line] + 1;
            }
        }
        return 0;
    }
}
