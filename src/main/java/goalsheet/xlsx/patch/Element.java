package goalsheet.xlsx.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One element of a {@link Markup}: what it says, and where it stands in the text. */
final class Element {
    /** An attribute's name as written, and what the prefix stands for. */
    record Name(String prefix, String namespace, String local) {
        @Override
        public int hashCode() {
            return local.hashCode() * 31 + namespace.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Name name && local.equals(name.local) && namespace.equals(name.namespace) && prefix.equals(name.prefix);
        }

        String written() {
            return prefix.isEmpty() ? local : prefix + ":" + local;
        }
    }

    final Name name;
    final Map<Name, String> attributes = new LinkedHashMap<>();
    /** prefix to namespace, only what this element itself declares */
    final Map<String, String> declared = new LinkedHashMap<>();
    final List<Element> children = new ArrayList<>();
    final StringBuilder ownText = new StringBuilder();
    final int start;
    final int contentStart;
    int contentEnd;
    int end;

    Element(Name name, int start, int contentStart) {
        this.name = name;
        this.start = start;
        this.contentStart = contentStart;
    }

    boolean is(String local) {
        return name.local().equals(local);
    }

    /** An element of the same vocabulary as this one, by prefix: what a new neighbour has to be called. */
    String prefixed(String local) {
        return new Name(name.prefix(), "", local).written();
    }

    boolean isEmptyTag() {
        return contentStart == end;
    }

    /** Value of the attribute without a namespace, "" when it is not there. */
    String get(String local) {
        return attribute("", local);
    }

    /** Value of an attribute of a namespace that ends in {@code namespaceEnd}, "" when it is not there. */
    String attribute(String namespaceEnd, String local) {
        for (Map.Entry<Name, String> each : attributes.entrySet()) {
            Name name = each.getKey();
            if (name.local().equals(local) && (namespaceEnd.isEmpty() ? name.namespace().isEmpty() : name.namespace().endsWith(namespaceEnd))) {
                return each.getValue();
            }
        }
        return "";
    }

    int number(String local, int otherwise) {
        try {
            return Integer.parseInt(get(local).trim());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    boolean flag(String local) {
        return get(local).equals("1") || get(local).equals("true");
    }

    Optional<Element> child(String local) {
        return all(local).findFirst();
    }

    Stream<Element> all(String local) {
        return children.stream().filter(child -> child.is(local));
    }

    /** This element and all below it, in the order of the text. */
    Stream<Element> tree() {
        List<Element> all = new ArrayList<>();
        collect(all);
        return all.stream();
    }

    private void collect(List<Element> all) {
        all.add(this);
        children.forEach(child -> child.collect(all));
    }

    /** All text in it, markup left out. */
    String text() {
        return children.isEmpty() ? ownText.toString() : String.join("", children.stream().map(Element::text).toList());
    }

    /** The same for two elements exactly when they mean the same: prefixes, blanks and the order of attributes do not count. */
    String meaning() {
        StringBuilder meaning = new StringBuilder(name.local()).append('{');
        Map<String, String> sorted = new TreeMap<>();
        attributes.forEach((key, value) -> sorted.put(key.local(), value));
        sorted.forEach((key, value) -> meaning.append(key).append('=').append(value).append(';'));
        children.forEach(child -> meaning.append(child.meaning()));
        return meaning.append(children.isEmpty() ? ownText.toString().strip() : "").append('}').toString();
    }
}
