package io.bellamy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.evaluation.EvaluationRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTableTest {

    @Test
    void linesUpMethodsAndMarksTheBest() throws IOException {
        assertThat(shown(SmallEvaluation.run()))
                .isEqualToNormalizingNewlines(
                        Files.readString(Path.of("src/test/resources/golden/evaluation-table.txt")));
    }

    @Test
    void setsTheFiguresOfNextRunsSideBySide() {
        assertThat(shown(SmallEvaluation.nextRuns()))
                .contains("grep, 2 runs")
                .doesNotContain("all algorithms", "n = 0")
                .containsPattern("sure +0\\.159 +-0\\.064 +0\\.150 +10\\.0 +0\\.\\d{3}\\* +0\\.000 +- +1\\.000 +-")
                .containsPattern("shy +0\\.020~\\* +\\+0\\.020~\\*");
    }

    @Test
    void showsTheOnlyAlgorithmOnce() {
        EvaluationRun all = SmallEvaluation.run();
        EvaluationRun one = new EvaluationRun(
                all.target(),
                all.configuration(),
                all.protocol(),
                all.seed(),
                all.methods(),
                all.outcomes().stream()
                        .filter(outcome -> outcome.algorithm().equals("grep"))
                        .toList(),
                List.of());
        assertThat(shown(one)).contains("grep, 2 contexts").doesNotContain("all algorithms");
    }

    @Test
    void saysNothingOfAnEmptyEvaluationButItsMethodsAndNotes() {
        EvaluationRun all = SmallEvaluation.run();
        EvaluationRun none = new EvaluationRun(
                all.target(), "", all.protocol(), 1, all.methods(), List.of(), List.of("nothing could be asked"));
        assertThat(shown(none)).contains("sure: ", "note: nothing could be asked");
    }

    private static String shown(EvaluationRun run) {
        return new EvaluationTable().render(run);
    }
}
