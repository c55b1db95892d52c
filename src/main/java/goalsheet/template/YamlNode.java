package goalsheet.template;

import java.util.List;
import java.util.Optional;

/** A piece of a YAML or JSON file with its place; lines and columns count from 1. */
public sealed interface YamlNode {
    int line();

    int column();

    /**
     * @param text   exactly as written, never resolved to a number or a truth value: {@code no} is text, {@code 007} keeps its zeros
     * @param quoted in quotes or as a block; plain otherwise
     */
    record Scalar(String text, boolean quoted, int line, int column) implements YamlNode {
        /** Whether nothing is given: an empty plain value, {@code ~} or {@code null}. */
        public boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }
    }

    record Sequence(List<YamlNode> items, int line, int column) implements YamlNode {
    }

    /** @param entries in the order written; no key twice */
    record Mapping(List<Entry> entries, int line, int column) implements YamlNode {
        public Optional<YamlNode> get(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).map(Entry::node).findFirst();
        }
    }

    record Entry(String key, int keyLine, YamlNode node) {
    }
}
