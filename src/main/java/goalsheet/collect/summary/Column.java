package goalsheet.collect.summary;

import goalsheet.template.Field;
import goalsheet.text.Text;
import goalsheet.xlsx.WorkbookImage.Look;

/**
 * A column of a list in the layout made by default.
 *
 * @param key   what its rows show: placeholder without the kind
 * @param sum   what rows of sums show there, "" for nothing
 * @param width in characters
 */
record Column(Text heading, String key, String sum, double width, Look look, String format) {
    static final String MONEY = "#,##0.00";
    static final String COUNT = "#,##0";
    static final String PERCENT = "0%";
    static final String PLAIN = "General";
    private static final String TEXT = "@";

    static Column brief(String zh, String en, String key, double width) {
        return new Column(Text.of(zh, en), key, "", width, Look.VALUE, PLAIN);
    }

    static Column words(String zh, String en, String key, double width) {
        return new Column(Text.of(zh, en), key, "", width, Look.LONG_VALUE, PLAIN);
    }

    static Column link(String zh, String en, String key, double width) {
        return new Column(Text.of(zh, en), key, "", width, Look.LINK, PLAIN);
    }

    static Column count(String zh, String en, String key, double width) {
        return new Column(Text.of(zh, en), key, "", width, Look.NUMBER, COUNT);
    }

    static Column money(Text heading, String key) {
        return new Column(heading, key, key, 15, Look.NUMBER, MONEY);
    }

    static Column percent(Text heading, String key, double width) {
        return new Column(heading, key, "", width, Look.NUMBER, PERCENT);
    }

    /** The same with something in the rows of sums. */
    Column summed(String other) {
        return new Column(heading, key, other, width, look, format);
    }

    static Column of(Field field) {
        return switch (field.type()) {
            case AMOUNT -> money(field.label(), field.id());
            case PERCENT -> percent(field.label(), field.id(), 10);
            case NUMBER -> new Column(field.label(), field.id(), "", 10, Look.NUMBER, PLAIN);
            case CODE -> new Column(field.label(), field.id(), "", 25, Look.VALUE, TEXT);
            case DATE -> new Column(field.label(), field.id(), "", 12, Look.VALUE, PLAIN);
            case LIST -> new Column(field.label(), field.id(), "", 14, Look.VALUE, PLAIN);
            case TEXT -> new Column(field.label(), field.id(), "", 22, Look.LONG_VALUE, PLAIN);
            case LONG_TEXT -> new Column(field.label(), field.id(), "", 40, Look.LONG_VALUE, PLAIN);
        };
    }
}
