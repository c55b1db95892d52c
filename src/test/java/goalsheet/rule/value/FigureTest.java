package goalsheet.rule.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void numbersWithUnitsAreFigures() {
        assertThat(Figure.of("1.培训600人次，合格率９８.5％以上；\n2.维修屋面1,200平方米、更换路灯85盏，受益1.2万人")).extracting(Figure::text)
                .containsExactly("600人次", "98.5%", "1,200平方米", "85盏", "1.2万人");
    }

    @Test
    void whatCountsNothingIsNone() {
        assertThat(Figure.of("《2025行动方案》〔2021〕101号第3条、104国道、12345热线、5G、A4纸、3-5、3号楼、15678\n1.5公里")).isEmpty();
    }

    @Test
    void knowsTheWordsAround() {
        Figure figure = Figure.of("全年巡查，每季度2次以上，共8次").get(0);
        assertThat(figure).isEqualTo(new Figure(new BigDecimal("2"), "次", "2次", "每季度", "以上"));
    }

    @Test
    void largeNumbersAreSpelledOut() {
        assertThat(Figure.of("签约1.2亿元，受益3.5万人，共40户").stream().map(figure -> figure.spelledOut().toPlainString()))
                .containsExactly("120000000", "35000", "40");
        assertThat(Figure.numbers("四期，一百二十人次，百分之九十五，三万人，第十一届")).extracting(BigDecimal::toPlainString).containsExactly("3", "4", "11", "95", "120", "30000");
        assertThat(Figure.numbers("≥ 1.2 万人；3,000元")).extracting(BigDecimal::toPlainString).containsExactly("1.2", "3000", "12000");
    }
}
