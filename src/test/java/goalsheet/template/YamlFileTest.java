package goalsheet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import goalsheet.text.Lang;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {
    @TempDir
    Path folder;

    @Test
    void everyNodeKnowsItsPlaceAndTextStaysAsWritten() {
        YamlNode node = YamlFile.parse("a.yaml", """
                # a remark
                unit: 007
                open: no
                quoted: "no"
                none:
                plan: {m3: 20%, 'm6': 1e5}
                goals:
                  - |
                    one
                    two
                  - x: "y"
                """);
        assertThat(show(node)).isEqualTo("{2 unit=007@2:7, 3 open=no@3:7, 4 quoted='no'@4:9, 5 none=@5:6, "
                + "6 plan={6 m3=20%@6:12, 6 m6=1e5@6:23}@6:7, 7 goals=['one\ntwo\n'@8:5, {11 x='y'@11:8}@11:5]@8:3}@2:1");
    }

    @Test
    void readsJson() {
        YamlNode node = YamlFile.parse("a.json", "{\n\t\"a\":1,\n\t\"b\": [null, \"x\\/y \\u4e2d\\ud83d\\ude00\", true],\r\n\t\"c\":{}\n}\n");
        assertThat(show(node)).isEqualTo("{2 a=1@2:6, 3 b=[null@3:8, 'x/y 中😀'@3:14, true@3:41]@3:7, 4 c={}@4:6}@1:1");
        assertThat(((YamlNode.Scalar) ((YamlNode.Sequence) ((YamlNode.Mapping) node).get("b").orElseThrow()).items().get(0)).isNull()).isTrue();
    }

    @Test
    void aliasesStandForWhatTheyName() {
        assertThat(show(YamlFile.parse("a.yaml", "a: &x [1]\nb: *x\n"))).isEqualTo("{1 a=[1@1:8]@1:4, 2 b=[1@1:8]@1:4}@1:1");
    }

    @Test
    void everyDuplicateKeyIsTold() {
        assertThat(mistakes("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n? [x]\n: 1\n")).isEqualTo("""
                t.yaml:4: 'c' is given twice, first on line 3.
                t.yaml:5: 'a' is given twice, first on line 1.
                t.yaml:6: only a plain name may stand before ':'.""");
    }

    @Test
    void syntaxIsToldWithItsLine() {
        assertThat(mistakes("a: 1\nb: c: d\n")).isEqualTo("t.yaml:2: ':' is not expected here: check the indentation, or quote a text with a colon.");
        assertThat(mistakes("a:\n\tb: 1\n")).isEqualTo("t.yaml:2: a tab is used to indent; use blanks.");
        assertThat(mistakes("a: @x\n")).isEqualTo("t.yaml:1: a text that starts with this character must be quoted.");
        assertThat(mistakes("a: 'x\nb: 1\n")).isEqualTo("t.yaml:3: a quotation mark is not closed.");
        assertThat(mistakes("a: [1, 2\nb: 1\n")).isEqualTo("t.yaml:2: ',' or ']' is missing in a list in brackets.");
        assertThat(mistakes("a: {b: 1\nc: 1\n")).isEqualTo("t.yaml:2: ',' or '}' is missing in a group in braces.");
        assertThat(mistakes("a: 1\n b: 1\n- c\n")).startsWith("t.yaml:2: ");
        assertThat(mistakes("a:\n  - 1\n - 2\n")).isEqualTo("t.yaml:3: the indentation differs from the lines before.");
        assertThat(mistakes("a: 1\nb: x\u0001y\n")).isEqualTo("t.yaml:2: holds a control character that YAML does not allow; remove it.");
        assertThat(mistakes("a: *x\n")).isEqualTo("t.yaml:1: '*x' refers to nothing defined before it.");
        assertThat(mistakes("a: 1\n---\nb: 1\n")).isEqualTo("t.yaml:2: more than one document in the file; remove the extra '---'.");
        assertThat(mistakes("# nothing\n")).isEqualTo("t.yaml: the file is empty.");
    }

    @Test
    void depthAndMultiplyingAliasesAreRefused() {
        assertThat(mistakes("[".repeat(100_000))).isEqualTo("t.yaml:1: nested deeper than 64 levels.");
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a").append(i).append(": &a").append(i).append(" [").append(("*a" + (i - 1) + ", ").repeat(9)).append("]\n");
        }
        assertThat(mistakes(laughs.toString())).contains("too large once its aliases are written out");
        assertThat(mistakes("a: &a [*a]\n")).isEqualTo("t.yaml:1: '*a' refers to nothing defined before it.");
    }

    @Test
    void filesMustBeUtf8() throws Exception {
        Path file = folder.resolve("数据.yaml");
        Files.write(file, "\uFEFFname: 法院\n".getBytes(StandardCharsets.UTF_8));
        assertThat(show(YamlFile.read(file))).isEqualTo("{1 name=法院@1:7}@1:1");
        Files.write(file, "a: 1\nname: 法院\n".getBytes(Charset.forName("GB18030")));
        assertThat(catchThrowableOfType(DefinitionException.class, () -> YamlFile.read(file)).in(Lang.ZH))
                .isEqualTo("数据.yaml:2: 文件不是 UTF-8 编码，请另存为 UTF-8。");
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xEF, (byte) 0xBF, (byte) 0xBD, '\n', '\n', 'b', ':', ' ', (byte) 0xEF, (byte) 0xBF, '\n'});
        assertThat(catchThrowableOfType(DefinitionException.class, () -> YamlFile.read(file)).in(Lang.ZH)).startsWith("数据.yaml:3: ");
        assertThat(catchThrowableOfType(DefinitionException.class, () -> YamlFile.read(folder.resolve("none.yaml"))).in(Lang.ZH))
                .isEqualTo("none.yaml: 找不到这个文件。");
        assertThat(catchThrowableOfType(DefinitionException.class, () -> YamlFile.read(folder)).in(Lang.ZH)).isEqualTo(folder.getFileName() + ": 这是文件夹，请改为文件名。");
    }

    private static String mistakes(String text) {
        return catchThrowableOfType(DefinitionException.class, () -> YamlFile.parse("t.yaml", text)).in(Lang.EN);
    }

    private static String show(YamlNode node) {
        String content = node instanceof YamlNode.Scalar scalar ? scalar.quoted() ? "'" + scalar.text() + "'" : scalar.text()
                : node instanceof YamlNode.Sequence sequence ? sequence.items().stream().map(YamlFileTest::show).toList().toString()
                : ((YamlNode.Mapping) node).entries().stream().map(entry -> entry.keyLine() + " " + entry.key() + "=" + show(entry.node()))
                        .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
        return content + "@" + node.line() + ":" + node.column();
    }
}
