package goalsheet.rule;

import goalsheet.template.RuleUse;
import java.util.List;
import java.util.Optional;

/**
 * Words of a rule, looked for in many short texts. Most of them are ruled out by the characters that a text has at all: going through
 * the lists word by word took half of the time of the rules.
 */
final class WordList {
    private final String[] words;
    /** For each word which characters it has, as bits by their last six. */
    private final long[] characters;
    private final long lastCharacters;

    WordList(List<String> words) {
        this.words = words.toArray(String[]::new);
        this.characters = words.stream().mapToLong(WordList::characters).toArray();
        this.lastCharacters = words.stream().filter(word -> !word.isEmpty()).mapToLong(word -> bit(word.charAt(word.length() - 1))).reduce(0, (one, two) -> one | two);
    }

    static WordList of(String... words) {
        return new WordList(List.of(words));
    }

    /** The words of a setting, or those that apply when a template gives none. */
    static WordList of(RuleUse use, String setting, WordList otherwise) {
        return use.settings().containsKey(setting) ? new WordList(use.setting(setting)) : otherwise;
    }

    private static long bit(char c) {
        return 1L << (c & 63);
    }

    private static long characters(String text) {
        long characters = 0;
        for (int i = 0; i < text.length(); i++) {
            characters |= bit(text.charAt(i));
        }
        return characters;
    }

    /** The first of the words that the text holds. */
    Optional<String> in(String text) {
        long has = characters(text);
        for (int i = 0; i < words.length; i++) {
            if ((characters[i] & ~has) == 0 && text.contains(words[i])) {
                return Optional.of(words[i]);
            }
        }
        return Optional.empty();
    }

    boolean isIn(String text) {
        return in(text).isPresent();
    }

    /** Whether the text ends with one of the words. */
    boolean isEndOf(String text) {
        if (text.isEmpty() || (lastCharacters & bit(text.charAt(text.length() - 1))) == 0) {
            return false;
        }
        for (String word : words) {
            if (text.endsWith(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text begins with one of the words. */
    boolean isStartOf(String text) {
        for (String word : words) {
            if (text.startsWith(word)) {
                return true;
            }
        }
        return false;
    }
}
