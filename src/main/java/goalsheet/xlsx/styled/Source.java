package goalsheet.xlsx.styled;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a layout is filled with. Lists are asked for once, in the order of {@link #lists()}; the other rows after them. */
public interface Source {

    /** @param anchor by which formulas elsewhere speak of the row, "" for none */
    record Row(String kind, String anchor, Map<String, Fill> values) {
    }

    /** The streamed lists, in the order in which they are written: formulas speak of rows written before. */
    List<String> lists();

    /** How many rows of all its kinds a streamed list has, exactly. */
    long size(String list);

    /** Gives every row of a streamed list, in order. */
    void rows(String list, Consumer<Row> taker);

    /** How many rows of a kind there are that is not streamed. */
    int few(String kind);

    /** The rows of a kind that is not streamed. */
    List<Row> fewRows(String kind);

    /** What there is once. */
    Map<String, Fill> single();
}
