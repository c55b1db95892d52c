package goalsheet.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.expr.Recalculated.Sum;
import goalsheet.office.Office;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody thought of: random expressions over random cells mean in a spreadsheet what they mean in Java. */
class RandomAgreementTest {
    /** {@code -Dgoalsheet.seed=} tries others. */
    private static final long SEED = Long.getLong("goalsheet.seed", 20_230_115L);
    private static final int SCENES = 80;
    private static final int EXPRESSIONS = 50;
    /** Of the expressions: errors are alike too easily. */
    private static final double MOST_ERRORS = 0.5;

    @TempDir
    Path folder;

    @Test
    void spreadsheetAndJavaAgree() throws Exception {
        assumeTrue(Office.available());
        Phrases phrases = new Phrases(SEED);
        Scene.Builder scenes = new Scene.Builder();
        List<Sum> sums = new ArrayList<>();
        for (int i = 0; i < SCENES; i++) {
            Scene scene = scenes.add("seed " + SEED + ", scene " + i, 1 + i % 7, phrases::cell);
            for (int j = 0; j < EXPRESSIONS; j++) {
                sums.add(new Sum(scene, phrases.any()));
            }
        }
        assertThat(Recalculated.differences(folder, scenes.scenes(), sums)).filteredOn(difference -> !difference.isOfErrors()).isEmpty();
        assertThat(sums.stream().filter(sum -> isError(sum)).count()).as("errors").isLessThan((long) (MOST_ERRORS * sums.size()));
    }

    private static boolean isError(Sum sum) {
        return sum.scene().calculated(sum.expr()).startsWith("#");
    }
}
