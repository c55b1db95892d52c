package goalsheet.template;

import goalsheet.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2, and JSON with it, into {@link YamlNode}s. Duplicate keys, several documents, keys that are not plain words,
 * too deep nesting and aliases that multiply are refused. The tree is built from the parser's events, so that depth and
 * size are known before anything is allocated for them.
 */
public final class YamlFile {
    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_NODES = 500_000;
    private static final int MOST_LEVELS = 64;

    private final String file;
    private final Problems problems = new Problems();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Sized> anchors = new HashMap<>();
    private Sized root;

    private YamlFile(String file) {
        this.file = file;
    }

    /** A node and how many nodes it stands for when its aliases are written out. */
    private record Sized(YamlNode node, int nodes) {
    }

    /** A collection whose end has not come yet. */
    private static final class Open {
        final boolean mapping;
        final Optional<Anchor> anchor;
        final int line;
        final int column;
        final List<YamlNode> items = new ArrayList<>();
        final Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        Optional<YamlNode.Scalar> key = Optional.empty();
        int nodes = 1;

        Open(boolean mapping, Optional<Anchor> anchor, int line, int column) {
            this.mapping = mapping;
            this.anchor = anchor;
            this.line = line;
            this.column = column;
        }
    }

    /** @throws DefinitionException when the file cannot be read, is not UTF-8 or not valid YAML */
    public static YamlNode read(Path path) {
        String name = String.valueOf(path.getFileName());
        return parse(name, text(path, name));
    }

    /**
     * @param name of the file, for messages
     * @throws DefinitionException when the text is not valid YAML
     */
    public static YamlNode parse(String name, String text) {
        return new YamlFile(name).build(text);
    }

    private static String text(Path path, String name) {
        byte[] bytes;
        try {
            if (Files.isDirectory(path)) {
                throw failure(name, 0, "这是文件夹，请改为文件名。", "this is a folder; give the name of a file.");
            }
            if (!Files.isRegularFile(path)) {
                throw failure(name, 0, "找不到这个文件。", "there is no such file.");
            }
            if (Files.size(path) > MOST_BYTES) {
                throw failure(name, 0, "文件超过 8 MB，不像是手工编写的定义或数据。", "the file is larger than 8 MB.");
            }
            bytes = Files.readAllBytes(path);
        } catch (IOException problem) {
            throw failure(name, 0, "文件读不出来：" + problem.getMessage(), "the file cannot be read: " + problem.getMessage());
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        int broken = Arrays.mismatch(text.getBytes(StandardCharsets.UTF_8), bytes);
        if (broken >= 0) {
            int line = 1 + (int) new String(bytes, 0, broken, StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count();
            throw failure(name, line, "文件不是 UTF-8 编码，请另存为 UTF-8。", "the file is not UTF-8; save it as UTF-8.");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private YamlNode build(String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).setCodePointLimit(MOST_BYTES).build();
        int documents = 0;
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                if (event instanceof DocumentStartEvent && ++documents > 1) {
                    throw failure(file, line(event), "一个文件只能写一份内容，请去掉多余的“---”。", "more than one document in the file; remove the extra '---'.");
                }
                take(event);
            }
        } catch (DefinitionException stop) {
            problems.addAll(stop.problems());
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().or(broken::getContextMark).map(mark -> mark.getLine() + 1).orElse(0);
            problems.add(file, line, YamlWords.of(broken.getProblem()));
        } catch (ReaderException broken) {
            int line = 1 + (int) text.codePoints().limit(broken.getPosition()).filter(c -> c == '\n').count();
            problems.add(file, line, "含有不可见的控制字符，请删除。", "holds a control character that YAML does not allow; remove it.");
        } catch (YamlEngineException broken) {
            problems.add(file, 0, YamlWords.of(String.valueOf(broken.getMessage())));
        }
        if (root == null && problems.isEmpty()) {
            problems.add(file, 0, "文件是空的。", "the file is empty.");
        }
        problems.throwIfAny();
        return root.node();
    }

    private void take(Event event) {
        if (event instanceof ScalarEvent scalar) {
            YamlNode node = new YamlNode.Scalar(scalar.getValue(), !scalar.isPlain(), line(event), column(event));
            place(new Sized(node, 1), scalar.getAnchor());
        } else if (event instanceof AliasEvent alias) {
            Sized meant = alias.getAnchor().map(anchors::get).orElse(null);
            if (meant == null) {
                throw failure(file, line(event), "“*" + name(alias) + "”引用的内容在前面没有定义。", "'*" + name(alias) + "' refers to nothing defined before it.");
            }
            place(meant, Optional.empty());
        } else if (event instanceof MappingStartEvent || event instanceof SequenceStartEvent) {
            if (open.size() >= MOST_LEVELS) {
                throw failure(file, line(event), "嵌套超过 " + MOST_LEVELS + " 层。", "nested deeper than " + MOST_LEVELS + " levels.");
            }
            open.push(new Open(event instanceof MappingStartEvent, ((NodeEvent) event).getAnchor(), line(event), column(event)));
        } else if (event instanceof CollectionEndEvent) {
            Open done = open.pop();
            YamlNode node = done.mapping ? new YamlNode.Mapping(List.copyOf(done.entries.values()), done.line, done.column)
                    : new YamlNode.Sequence(List.copyOf(done.items), done.line, done.column);
            place(new Sized(node, done.nodes), done.anchor);
        }
    }

    private void place(Sized sized, Optional<Anchor> anchor) {
        anchor.ifPresent(name -> anchors.put(name, sized));
        Open parent = open.peek();
        if (parent == null) {
            root = sized;
            return;
        }
        YamlNode node = sized.node();
        if (parent.nodes + sized.nodes() > MOST_NODES) {
            throw failure(file, node.line(), "内容展开后过大，请检查“*”引用。", "the content is too large once its aliases are written out.");
        }
        parent.nodes += sized.nodes();
        if (!parent.mapping) {
            parent.items.add(node);
        } else if (parent.key.isPresent()) {
            YamlNode.Scalar key = parent.key.get();
            parent.key = Optional.empty();
            YamlNode.Entry first = parent.entries.putIfAbsent(key.text(), new YamlNode.Entry(key.text(), key.line(), node));
            if (first != null) {
                problems.add(file, key.line(), "“" + key.text() + "”重复，第 " + first.keyLine() + " 行已经写过。",
                        "'" + key.text() + "' is given twice, first on line " + first.keyLine() + ".");
            }
        } else if (node instanceof YamlNode.Scalar key) {
            parent.key = Optional.of(key);
        } else {
            problems.add(file, node.line(), "“:”前面只能是一个名称。", "only a plain name may stand before ':'.");
            parent.key = Optional.of(new YamlNode.Scalar("", true, node.line(), node.column()));
        }
    }

    private static String name(AliasEvent alias) {
        return alias.getAnchor().map(Anchor::getValue).orElse("");
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(-1) + 1;
    }

    private static DefinitionException failure(String file, int line, String zh, String en) {
        return new DefinitionException(List.of(new Problem(file, line, Text.of(zh, en))));
    }
}
