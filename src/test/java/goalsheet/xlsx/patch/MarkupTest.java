package goalsheet.xlsx.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
    private static final String ODD = "<?xml version='1.0'?>\r\n<!-- <a> -->\r\n<x:a xmlns:x='u' q='1&amp;\r\n2'  z='&gt;'>中\r\n&lt;<x:b />😀<![CDATA[<x:b>]]><?p <c>?>"
            + "<c\n d='/>'>\r\n  t</c ><x:b></x:b></x:a>\n<!-- end -->";

    @Test
    void changesThePlacesNamedAndNothingElse() throws PatchException {
        Markup markup = parse(ODD);
        List<Element> empty = markup.root().all("b").toList();
        markup.append(empty.get(0), "<one/>");
        markup.append(empty.get(1), "<two/>");
        markup.set(markup.root().child("c").orElseThrow(), "d", "\"<&\n");
        markup.insertBefore(empty.get(0), "<before/>");
        markup.insertAfter(empty.get(1), "<after/>");
        assertThat(text(markup)).isEqualTo(ODD.replace("<x:b />", "<before/><x:b><one/></x:b>").replace("<x:b></x:b>", "<x:b><two/></x:b><after/>")
                .replace("<c\n d='/>'>", "<c d=\"&quot;&lt;&amp;&#10;\">"));
    }

    @Test
    void removesAndReplacesWholeElements() throws PatchException {
        Markup markup = parse(ODD);
        markup.remove(markup.root().child("c").orElseThrow());
        markup.replace(markup.root().all("b").toList().get(1), "<z/>");
        markup.drop(markup.root(), "q");
        assertThat(text(markup)).isEqualTo(ODD.replace("<c\n d='/>'>\r\n  t</c >", "").replace("<x:b></x:b>", "<z/>")
                .replace("<x:a xmlns:x='u' q='1&amp;\r\n2'  z='&gt;'>", "<x:a xmlns:x=\"u\" z=\"&gt;\">"));
    }

    @Test
    void readsTextAsParsersDo() throws PatchException {
        Element root = parse(ODD).root();
        assertThat(root.get("q")).isEqualTo("1& 2");
        assertThat(root.ownText).hasToString("中\n<😀<x:b>");
        assertThat(root.child("c").orElseThrow().text()).isEqualTo("\n  t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GBK", "GB18030", "ISO-8859-1"})
    void keepsTheEncodingAndItsMark(String name) throws PatchException {
        Charset charset = Charset.forName(name);
        boolean marked = name.startsWith("UTF");
        String declared = name.startsWith("UTF-16") ? "UTF-16" : name;
        String before = (marked ? "\uFEFF" : "") + "<?xml version=\"1.0\" encoding=\"" + declared + "\"?><a>é</a>";
        if (name.startsWith("GB")) {
            before = before.replace("é", "中");
        }
        Markup markup = Markup.parse("part", before.getBytes(charset));
        markup.append(markup.root(), new Fragment("").leaf("b", "检😀"));
        byte[] after = markup.bytes();
        assertThat(new String(after, charset)).startsWith(before.substring(0, before.length() - 4));
        assertThat(Markup.parse("part", after).root().child("b").orElseThrow().text()).isEqualTo("检😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<a>", "<a></b>", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", "<a>&e;</a>", "<?xml version='1.0' encoding='martian'?><a/>", "plain"})
    void refusesWhatItCannotBeSureOf(String xml) {
        assertThatExceptionOfType(PatchException.class).isThrownBy(() -> parse(xml));
    }

    @Test
    void refusesBytesThatAreNotInTheEncodingAndBottomlessNesting() {
        assertThatExceptionOfType(PatchException.class).isThrownBy(() -> Markup.parse("part", new byte[] {'<', 'a', '>', (byte) 0xC3, '<', '/', 'a', '>'}));
        assertThatExceptionOfType(PatchException.class).isThrownBy(() -> parse("<a>".repeat(1_000) + "</a>".repeat(1_000)));
    }

    @Test
    void putsElementsWhereTheSchemaWantsThem() throws PatchException {
        List<String> order = List.of("one", "two", "three", "four");
        assertThat(ordered("<r><one/><three/></r>", order)).isEqualTo("<r><one/><two/><three/></r>");
        assertThat(ordered("<r><one/><two/><unknown/><four/></r>", order)).isEqualTo("<r><one/><two/><two/><unknown/><four/></r>");
        assertThat(ordered("<r><three/></r>", order)).isEqualTo("<r><two/><three/></r>");
        assertThat(ordered("<r/>", order)).isEqualTo("<r><two/></r>");
    }

    @Test
    void placesStayRightInLongParts() throws PatchException {
        StringBuilder xml = new StringBuilder("<r>");
        for (int i = 0; i < 20_000; i++) {
            xml.append("<c n='").append(i).append("'>中\r\n😀&amp;").append(i).append("</c>\r\n");
        }
        Markup markup = parse(xml.append("<last/></r>").toString());
        markup.remove(markup.root().all("c").toList().get(10_000));
        assertThat(text(markup)).isEqualTo(xml.toString().replace("<c n='10000'>中\r\n😀&amp;10000</c>", ""));
    }

    private static String ordered(String xml, List<String> order) throws PatchException {
        Markup markup = parse(xml);
        markup.insertOrdered(order, "two", "<two/>");
        return text(markup);
    }

    private static Markup parse(String xml) throws PatchException {
        return Markup.parse("part", xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Markup markup) {
        return new String(markup.bytes(), StandardCharsets.UTF_8);
    }
}
