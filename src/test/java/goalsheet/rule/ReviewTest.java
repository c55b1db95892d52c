package goalsheet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.template.TemplateLoader;
import goalsheet.text.Text;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReviewTest {
    @Test
    void namesOnlyRulesThatThereAreAndEachOnce() {
        Set<String> known = new HashSet<>();
        Catalogue.builtIn().forEach(rule -> known.add(rule.id()));
        for (String template : List.of("hebei-2023", "central-2021")) {
            Catalogue.of(TemplateLoader.load(Path.of("templates", template + ".yaml"))).forEach(rule -> known.add(rule.id()));
        }
        List<String> named = Arrays.stream(Review.values()).flatMap(review -> review.rules().stream()).toList();
        assertThat(known).containsAll(named);
        assertThat(named).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleOnIndicatorsIsUnderAHeadingOfItsOwnUnlessItIsAboutTheContents() {
        Set<String> others = new TreeSet<>();
        Catalogue.builtIn().stream().filter(rule -> rule.id().startsWith("IND") && Review.of(rule.id(), rule.message()) == Review.CONTENT).forEach(rule -> others.add(rule.id()));
        assertThat(others).containsExactly("IND010");
    }

    @Test
    void missingKindsAreToldApart() {
        assertThat(Review.of("STR010", Text.of("绩效指标中没有“产出指标”。", ""))).isEqualTo(Review.OUTPUT);
        assertThat(Review.of("STR010", Text.of("绩效指标中没有“效益指标”。", ""))).isEqualTo(Review.BENEFIT);
        assertThat(Review.of("STR010", Text.of("绩效指标中没有“产出指标、效益指标”。", ""))).isEqualTo(Review.OUTPUT);
    }

    @Test
    void theRestGoesByFamily() {
        assertThat(List.of("AMT001", "PLN003", "INT002", "IDN003", "FIL001", "COL001", "COD002", "XYZ001").stream().map(rule -> Review.of(rule, Text.EMPTY)).toList())
                .containsExactly(Review.MONEY, Review.MONEY, Review.FORM, Review.FORM, Review.FORM, Review.BETWEEN, Review.CONTENT, Review.CONTENT);
    }
}
