package io.bellamy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.golden.GoldenData;
import io.bellamy.job.Run;
import io.bellamy.job.Runs;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ValueDeckTest {

    /** Two runs at 8 machines, out of order. */
    private static final List<Run> RUNS = List.of(run(8, 1), run(2, 2), run(8, 3), run(4, 4), run(16, 5), run(6, 6));

    private final ValueDeck deck = new ValueDeck(new AskedRun(GoldenData.PIPELINE, ""), List.of(), RUNS, 9);

    private static Run run(int scaleOut, double seconds) {
        return Runs.run(scaleOut, seconds, Map.of("machine_type", "m"));
    }

    @Test
    void everyRunThatIsNoPointIsAskedAboutInItsKind() {
        RandomGenerator random = new Seed(1).generator();
        assertThat(deck.mostPoints()).isEqualTo(5);
        for (int n = 0; n <= 5; n++) {
            for (int draw = 0; draw < 50; draw++) {
                List<Run> points = deck.points(n, random);
                assertThat(points).hasSize(n).doesNotHaveDuplicates();
                List<Run> tested = new ArrayList<>();
                for (QuestionKind kind : List.of(QuestionKind.INTERPOLATION, QuestionKind.EXTRAPOLATION)) {
                    for (int chosen = 0; chosen < RUNS.size(); chosen++) {
                        Optional<Run> test = deck.test(kind, points, chosen, 0);
                        test.ifPresent(
                                run -> assertThat(isInside(run, points)).isEqualTo(kind == QuestionKind.INTERPOLATION));
                        tested.addAll(test.stream().toList());
                    }
                }
                List<Run> all = new ArrayList<>(points);
                tested.stream().distinct().forEach(all::add);
                assertThat(all).containsExactlyInAnyOrderElementsOf(RUNS);
            }
        }
    }

    private static boolean isInside(Run run, List<Run> points) {
        return points.stream().anyMatch(point -> point.scaleOut() <= run.scaleOut())
                && points.stream().anyMatch(point -> point.scaleOut() >= run.scaleOut());
    }
}
