package io.bellamy.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.CalibrationFit.Measured;
import io.bellamy.adaptation.ResidualKernel.Knot;
import io.bellamy.adaptation.ResidualPrior.Size;
import io.bellamy.adaptation.RunNoise.Outliers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final List<Integer> SCALE_OUTS = List.of(2, 4, 6, 8);

    @Test
    void mapsProbabilitiesThereAndBack() {
        Calibration calibration = new Calibration(List.of(0.5, 1.2, 1.7, 2.5));
        for (double probability : List.of(1e-12, 0.001, 0.025, 0.3, 0.5, 0.75, 0.9, 0.999, 1 - 1e-9)) {
            assertThat(calibration.actual(calibration.predicted(probability)))
                    .isCloseTo(probability, within(1e-9 * probability));
            assertThat(Calibration.NONE.predicted(probability)).isCloseTo(probability, within(1e-12));
            assertThat(calibration.predicted(probability) + calibration.predicted(1 - probability))
                    .as("alike to both sides")
                    .isCloseTo(1, within(1e-12));
        }
        // half of the runs lie within half a deviation
        assertThat(calibration.actual(0.691462461274013)).isCloseTo(0.75, within(1e-9));
        // beyond the last level in proportion: 2.5 deviations instead of 1.96
        assertThat(Calibration.deviations(calibration.predicted(1e-6)))
                .isCloseTo(Calibration.deviations(1e-6) * 2.5 / 1.959963984540054, within(1e-6));
        assertThat(calibration.predicted(0)).isZero();
        assertThat(calibration.actual(1)).isEqualTo(1);
        assertThatThrownBy(() -> new Calibration(List.of(0.5, 0.5, 1.7, 2.5)))
                .hasMessage("the quantiles of a calibration must increase from 0 to 8.0");
    }

    /** Runs lie apart half as far as the prior believes: the intervals learned hold what they should. */
    @Test
    void intervalsThatAreTooWideAreLearnedToBeNarrower() {
        ResidualPrior prior = prior(0.1);
        SplittableRandom random = new SplittableRandom(1);
        List<List<Measured>> contexts = new ArrayList<>();
        for (int c = 0; c < 200; c++) {
            contexts.add(context(random, 0.05));
        }
        Calibrations learned = CalibrationFit.of(prior, contexts);
        ResidualPrior calibrated = prior.with(learned);
        for (double level : List.of(0.5, 0.8, 0.9, 0.95)) {
            assertThat(inside(prior, level)).isGreaterThan(level + 0.03);
            assertThat(inside(calibrated, level)).isCloseTo(level, within(0.03));
        }
        assertThat(CalibrationFit.of(prior, List.of())).isEqualTo(Calibrations.NONE);
    }

    /** The model was never off, so no reach would be left, but for the belief that counts as much as six scale-outs. */
    @Test
    void fewContextsCalibrateLittle() {
        List<Measured> context = List.of(new Measured(2, List.of(0.0)), new Measured(8, List.of(0.0)));
        for (int number : List.of(1, 10)) {
            Calibrations learned = CalibrationFit.of(prior(0.1), Collections.nCopies(number, context));
            // one in three of the ways to predict one scale-out of a context is taken
            int targets = number == 1 ? 1 : 2;
            for (int level = 0; level < Calibration.LEVELS.size(); level++) {
                assertThat(learned.beyond().quantiles().get(level))
                        .isCloseTo(Calibration.NONE.quantiles().get(level) * 6 / (6 + targets), within(1e-9));
            }
            assertThat(learned.between()).isEqualTo(Calibration.NONE);
        }
    }

    @Test
    void aScaleOutIsBetweenWhereOneIsKnownOnEitherSideOrItselfIs() {
        Calibration between = new Calibration(List.of(0.5, 1.0, 1.5, 2.0));
        Calibration beyond = new Calibration(List.of(1.0, 2.0, 3.0, 4.0));
        ResidualPrior prior = prior(0.1).with(new Calibrations(between, beyond));
        ResidualPoint four = new ResidualPoint(4, 0, 1);
        ResidualPoint eight = new ResidualPoint(8, 0, 1);
        assertThat(prior.given(List.of()).at(4, 0).calibration()).isEqualTo(beyond);
        for (int scaleOut : List.of(2, 10)) {
            assertThat(prior.given(List.of(four, eight)).at(scaleOut, 0).calibration())
                    .isEqualTo(beyond);
        }
        for (int scaleOut : List.of(4, 5, 8)) {
            assertThat(prior.given(List.of(four, eight)).at(scaleOut, 0).calibration())
                    .isEqualTo(between);
        }
        assertThat(prior.given(List.of(four)).at(4, 0).calibration()).isEqualTo(between);
        assertThat(prior.given(List.of(four)).at(5, 0).calibration()).isEqualTo(beyond);
    }

    /** The share of 2,000 other runs inside the interval of a level. */
    private static double inside(ResidualPrior prior, double level) {
        SplittableRandom random = new SplittableRandom(2);
        int inside = 0;
        for (int i = 0; i < 2000; i++) {
            List<Measured> context = context(random, 0.05);
            RuntimeDistribution distribution = prior.given(List.of(
                            new ResidualPoint(2, context.get(0).residuals().get(0), 1)))
                    .at(8, 0);
            double run = Math.exp(context.get(3).residuals().get(0));
            inside += run >= distribution.quantile((1 - level) / 2) && run <= distribution.quantile((1 + level) / 2)
                    ? 1
                    : 0;
        }
        return inside / 2000.0;
    }

    private static List<Measured> context(SplittableRandom random, double deviation) {
        return SCALE_OUTS.stream()
                .map(scaleOut -> new Measured(
                        scaleOut, List.of(deviation * random.nextGaussian(), deviation * random.nextGaussian())))
                .toList();
    }

    private static ResidualPrior prior(double noise) {
        return new ResidualPrior(
                new ResidualKernel(1e-3, 1e-3, 1e-3, 1e-3, 1, 1, 0.3, List.of(new Knot(1, 1e-3))),
                List.of(new Size(1, 1)),
                new RunNoise(noise, List.of(new Outliers(1, 1e-6, 2 * noise))));
    }
}
