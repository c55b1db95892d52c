package goalsheet.text;

import java.util.Map;

/** One wording in both languages; placeholders look like {@code {name}}. */
public record Text(String zh, String en) {
    public static final Text EMPTY = new Text("", "");

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    /** A wording that is the same in both languages: a value, a code, a name. */
    public static Text same(String both) {
        return new Text(both, both);
    }

    /** Written out like that of other values, as the compiler's own takes long to be linked at every start. */
    @Override
    public int hashCode() {
        return zh.hashCode() * 31 + en.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && zh.equals(text.zh) && en.equals(text.en);
    }

    public String in(Lang lang) {
        return lang == Lang.EN ? en : zh;
    }

    public boolean isEmpty() {
        return zh.isEmpty() && en.isEmpty();
    }

    /** Replaces every {@code {key}} found in {@code arguments}; unknown placeholders stay as they are. */
    public Text with(Map<String, Text> arguments) {
        return new Text(fill(zh, arguments, Lang.ZH), fill(en, arguments, Lang.EN));
    }

    private static String fill(String wording, Map<String, Text> arguments, Lang lang) {
        StringBuilder filled = new StringBuilder(wording.length());
        int done = 0;
        for (int end = wording.indexOf('}'); end >= 0; end = wording.indexOf('}', end + 1)) {
            int start = wording.lastIndexOf('{', end);
            Text value = start < done ? null : arguments.get(wording.substring(start + 1, end));
            if (value != null) {
                filled.append(wording, done, start).append(value.in(lang));
                done = end + 1;
            }
        }
        return done == 0 ? wording : filled.append(wording, done, wording.length()).toString();
    }
}
