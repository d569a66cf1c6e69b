package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.adaptation.RuntimeDistribution.Component;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ScatteredRunsTest {

    /** Three of ten runs take three times as long; repetitions tell so much that the noise is known. */
    private static final RunScatter LATE = new RunScatter(0.05, 0.3, 0, Math.log(3), 0.1, 1000);

    /** Runs drawn of such a law are the reference: of a known configuration, and of one of which nobody knows much. */
    @Test
    void theMedianOfRunsIsThatOfALawWhateverIsKnownOfIt() {
        SplittableRandom random = new SplittableRandom(1);
        double[] drawn = DoubleStream.generate(() -> random.nextDouble() < 0.3
                        ? Math.log(3) + Math.hypot(0.05, 0.1) * random.nextGaussian()
                        : 0.05 * random.nextGaussian())
                .limit(100_000)
                .sorted()
                .toArray();
        double late = drawn[drawn.length / 2];
        ScatteredRuns scattered = new ScatteredRuns(LATE);
        for (double variance : new double[] {1e-9, 0.01, 0.25}) {
            List<Component> usual = List.of(new Component(0.5, 4.9, variance), new Component(0.5, 5.1, variance));
            RuntimeDistribution medians = RuntimeDistribution.mixture(scattered.medians(usual));
            assertThat(Math.log(medians.median())).isCloseTo(5 + late, within(0.002));
        }
        RuntimeDistribution runs = RuntimeDistribution.mixture(scattered.runs(List.of(new Component(1, 5, 1e-9))));
        for (double share : new double[] {0.05, 0.5, 0.65, 0.8, 0.95}) {
            assertThat(Math.log(runs.quantile(share))).isCloseTo(5 + drawn[(int) (share * drawn.length)], within(0.01));
        }
    }

    @Test
    void withoutStragglersBothMediansAreOne() {
        ScatteredRuns scattered = new ScatteredRuns(new RunScatter(0.05, 0, 0, 0, 0, 3));
        List<Component> usual = List.of(new Component(1, 5, 0.2));
        assertThat(RuntimeDistribution.mixture(scattered.medians(usual)).median())
                .isCloseTo(RuntimeDistribution.mixture(scattered.runs(usual)).median(), within(1e-6));
    }
}
