package goalsheet.rule.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PieceTest {

    /** Pieces as {@code name|value}. */
    private static List<String> pieces(String text) {
        return Piece.list(text, ValueReader.DEFAULT).stream().map(piece -> piece.name() + "|" + piece.value().show()).toList();
    }

    @Test
    void publishedLists() {
        assertThat(pieces("案件结案率≧90%、 被发回重审率≦2%、案件流程公开率≧99%")).containsExactly("案件结案率|≥90%", "被发回重审率|≤2%", "案件流程公开率|≥99%");
        assertThat(pieces("司法救助资金发放率≧100%")).containsExactly("司法救助资金发放率|≥100%");
        assertThat(Piece.list("司法救助资金发放率≧100%", ValueReader.DEFAULT)).extracting(Piece::text).containsExactly("司法救助资金发放率≧100%");
    }

    @Test
    void separators() {
        assertThat(pieces("结案率≥90%；办案≥1,000件,培训3次，满意度不低于95%\n维修面积 400平方米。")).containsExactly(
                "结案率|≥90%", "办案|≥1000件", "培训|3次", "满意度|≥95%", "维修面积|400平方米");
        assertThat(pieces("办案数（刑事、民事）≥900件、结案率≥90%")).containsExactly("办案数（刑事、民事）|≥900件", "结案率|≥90%");
    }

    @Test
    void numberingHeadingsAndLinkWordsAreNoPartOfTheName() {
        assertThat(pieces("1、结案率≥90%；2.满意度≥95%；（3）培训 3次；④维修≥2处")).containsExactly("结案率|≥90%", "满意度|≥95%", "培训|3次", "维修|≥2处");
        assertThat(pieces("绩效指标：结案率：达到90%以上；完成时限为12月底前")).containsExactly("结案率|≥90%", "完成时限|12月底前");
    }

    @Test
    void digitsInANameAreNotItsValue() {
        assertThat(pieces("12345热线接通率95%、2023年完成率≥90%、120急救次数超过300次")).containsExactly("12345热线接通率|95%", "2023年完成率|≥90%", "120急救次数|>300次");
    }

    @Test
    void aPieceWithoutANumberIsItsWording() {
        assertThat(pieces("长效机制健全、制度：完善、、 ")).containsExactly("|长效机制健全", "制度|完善");
        assertThat(pieces("")).isEmpty();
    }
}
