package goalsheet.rule.value;

import java.util.Collection;

/** A place in a text, moved forward by what is recognised there; blanks between tokens mean nothing. */
final class Cursor {
    final String text;
    int at;

    Cursor(String text) {
        this.text = text;
    }

    boolean atEnd() {
        blanks();
        return at == text.length();
    }

    /** The next character without moving, 0 at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    boolean blanks() {
        int from = at;
        while (peek() == ' ') {
            at++;
        }
        return at > from;
    }

    boolean sees(String word) {
        return text.startsWith(word, at);
    }

    /** Steps over the word, and blanks before it, if it stands here. */
    boolean eat(String word) {
        int from = at;
        blanks();
        if (sees(word)) {
            at += word.length();
            return true;
        }
        at = from;
        return false;
    }

    /** Steps over the first of the words that stands here. */
    boolean eatAny(Collection<String> words) {
        for (String word : words) {
            if (eat(word)) {
                return true;
            }
        }
        return false;
    }

    boolean seesDigit() {
        return Spelling.isDigit(peek());
    }

    /** Steps over digits; "" when there is none. */
    String digits() {
        int from = at;
        while (seesDigit()) {
            at++;
        }
        return text.substring(from, at);
    }

    /** Steps over a remark in brackets, if one stands here. */
    void remark() {
        int from = at;
        blanks();
        int close = peek() == '(' ? text.indexOf(')', at) : -1;
        at = close < 0 ? from : close + 1;
    }

    String rest() {
        return text.substring(at);
    }
}
