package goalsheet.xlsx.styled;

import java.math.BigDecimal;

/** What stands in a cell in the place of a placeholder. Texts are texts, whatever they begin with. */
public sealed interface Fill {
    record Words(String text) implements Fill {
    }

    /** A percentage comes as a fraction: 0.25 is 25 %. */
    record Number(BigDecimal value) implements Fill {
    }

    /** @param target relative to the folder of the workbook, {@code ../inbox/a.xlsx#'项目1'!D7}; "" makes plain words of it */
    record Link(String words, String target) implements Fill {
    }

    /**
     * A subtotal over the same column of the rows that the row closes.
     *
     * @param value what it gives
     */
    record Sum(BigDecimal value) implements Fill {
    }

    /**
     * A formula that speaks of other placeholders: {@code {budget}} is the cell of that key in the same row, {@code {t/budget}} that
     * in the row with the anchor {@code t}. Where the layout has no such cell, the value alone is written.
     *
     * @param value what it gives: Words or Number
     */
    record Formula(String formula, Fill value) implements Fill {
    }

    Fill NOTHING = new Words("");

    static Fill of(String text) {
        return text.isEmpty() ? NOTHING : new Words(text);
    }

    static Fill of(BigDecimal number) {
        return new Number(number);
    }

    static Fill of(long number) {
        return new Number(BigDecimal.valueOf(number));
    }
}
