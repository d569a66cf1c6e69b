package io.bellamy.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What runtimes follow, and how runs lie about it. */
class LawTest {

    private static final Machine HALF_AS_FAST = new Machine("slow", 8, 32_000, 0.5);

    @Test
    void noiseIsWhatItsChancesAndItsMedianSay() {
        SplittableRandom random = new SplittableRandom(4);
        for (Law law : Law.values()) {
            for (Noise noise : List.of(law.noise(), law.noise().withoutStragglers())) {
                double[] runs = DoubleStream.generate(() -> noise.drawn(100, random))
                        .limit(20_000)
                        .sorted()
                        .toArray();
                assertThat(runs[10_000]).isCloseTo(noise.median(100), within(0.2));
                for (double time : new double[] {97, 100, 103, 150, 100 * noise.factor()}) {
                    double share =
                            DoubleStream.of(runs).filter(run -> run <= time).count() / 20_000.0;
                    assertThat(noise.chance(time, 100)).isCloseTo(share, within(0.015));
                }
            }
        }
    }

    /** By hand. */
    @Test
    void eachLawIsItsFormula() {
        Curve waves = Curve.waves(20, 50, 3, 0.5);
        assertThat(waves.seconds(Machine.STANDARD, 4, 1600))
                .as("32 tasks on 32 cores")
                .isEqualTo(20 + 3 + 2);
        assertThat(waves.seconds(Machine.STANDARD, 4, 1601)).as("one more").isEqualTo(20 + 6 + 2);
        assertThat(waves.seconds(Machine.STANDARD.half(), 4, 1600)).isEqualTo(20 + 6 + 2);
        assertThat(waves.seconds(HALF_AS_FAST, 4, 1600)).isEqualTo(20 + 6 + 2);

        Curve shuffle = Curve.shuffle(10, 8, 0.5, 0.75, 0.25, 3);
        double messages = 3 * 4;
        assertThat(shuffle.seconds(Machine.STANDARD, 16, 100_000))
                .isCloseTo(10 + 8 * 10 / 8.0 + 0.25 * 100 * Math.log(101) / 4 + messages, within(1e-9));
        assertThat(shuffle.seconds(HALF_AS_FAST, 16, 100_000) - shuffle.seconds(Machine.STANDARD, 16, 100_000))
                .isCloseTo(10, within(1e-9));

        Curve memory = Curve.memory(5, 2, 0.1, 0.5, 0.8);
        double computed = 2 * 64 * (0.1 + 0.9 / 4);
        assertThat(memory.seconds(Machine.STANDARD, 4, 64_000))
                .as("half of the slow-down at the threshold")
                .isCloseTo(5 + computed * 1.4, within(1e-9));
        assertThat(memory.seconds(new Machine("roomy", 8, 3_200_000, 1), 4, 64_000))
                .isCloseTo(5 + computed, within(1e-3));
    }
}
