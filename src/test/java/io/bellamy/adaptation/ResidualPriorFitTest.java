package io.bellamy.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.ResidualKernel.Knot;
import io.bellamy.adaptation.ResidualPrior.Size;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ResidualPriorFitTest {

    private static final int RUNS = 5;
    private static final List<Double> KNOTS = List.of(Math.log(2), Math.log(12));
    private static final RunNoise NOISE = new RunNoise(0.02, List.of(new RunNoise.Outliers(Math.log(2), 0.01, 0.2)));

    /** Curves of one offset and slope each, and of a deviation at every scale-out that grows with it. */
    private static List<ResidualPoint> curve(RandomGenerator random) {
        double offset = 0.2 * random.nextGaussian();
        double slope = 0.05 * random.nextGaussian();
        double centre = Math.log(24) / 2;
        List<ResidualPoint> points = new ArrayList<>();
        for (int scaleOut = 2; scaleOut <= 12; scaleOut += 2) {
            double share = Math.log(scaleOut / 2.0) / Math.log(6);
            double own = 0.03 * Math.pow(0.09 / 0.03, share);
            points.add(new ResidualPoint(
                    scaleOut,
                    offset
                            + slope * (Math.log(scaleOut) - centre)
                            + own * random.nextGaussian()
                            + Math.sqrt(NOISE.medianVariance(RUNS)) * random.nextGaussian(),
                    RUNS));
        }
        return points;
    }

    private static double meanSquareFactor(ResidualPrior prior) {
        return prior.sizes().stream()
                .mapToDouble(size -> size.probability() * size.factor() * size.factor())
                .sum();
    }

    /** By every parameter, at a place where none is as believed, of contexts of several shapes. */
    @Test
    void theGradientIsThatOfTheHeight() {
        RandomGenerator random = new Seed(5).generator();
        List<List<ResidualPoint>> contexts = new ArrayList<>();
        for (int context = 0; context < 7; context++) {
            contexts.add(curve(random).subList(0, 3 + context % 3));
        }
        ResidualPriorFit fit = new ResidualPriorFit(contexts, List.of(Math.log(3), Math.log(5), Math.log(9)), NOISE);
        double[] parameters = new double[15];
        for (int p = 0; p < parameters.length; p++) {
            parameters[p] = fit.believed(p) + 0.4 * Math.sin(p + 1);
        }
        List<Double> gradient = fit.slope(parameters).orElseThrow().gradient();
        assertThat(gradient).hasSameSizeAs(parameters);
        for (int p = 0; p < parameters.length; p++) {
            double before = parameters[p];
            parameters[p] = before + 1e-5;
            double above = fit.slope(parameters).orElseThrow().height();
            parameters[p] = before - 1e-5;
            double below = fit.slope(parameters).orElseThrow().height();
            parameters[p] = before;
            double slope = (above - below) / 2e-5;
            assertThat(gradient.get(p)).as("parameter " + p).isCloseTo(slope, within(1e-5 * Math.max(1, slope)));
        }
    }

    @Test
    void findsTheKernelThatMadeTheCurves() {
        RandomGenerator random = new Seed(11).generator();
        List<List<ResidualPoint>> contexts = new ArrayList<>();
        for (int context = 0; context < 200; context++) {
            contexts.add(curve(random));
        }
        ResidualPrior prior = ResidualPriorFit.of(contexts, KNOTS, NOISE);
        ResidualKernel kernel = prior.kernel();
        // the radialBasis, far from changing, and the offset are one thing; so are the kernel and the sizes
        double offset = Math.sqrt(meanSquareFactor(prior)
                * (kernel.offset() * kernel.offset() + kernel.radialBasis() * kernel.radialBasis()));
        assertThat(offset).isCloseTo(0.2, within(0.25 * 0.2));
        assertThat(kernel.knots().get(0).deviation()).isCloseTo(0.03, within(0.25 * 0.03));
        assertThat(kernel.knots().get(1).deviation()).isCloseTo(0.09, within(0.25 * 0.09));
        assertThat(prior.sizes().stream().mapToDouble(Size::probability).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void withoutContextsThereAreBeliefs() {
        ResidualPrior prior = ResidualPriorFit.of(List.of(), KNOTS, NOISE);
        assertThat(prior.kernel().offset()).isCloseTo(0.1, within(1e-6));
        assertThat(prior.kernel().knots()).extracting(Knot::deviation).allSatisfy(own -> assertThat(own)
                .isCloseTo(0.02, within(1e-6)));
        assertThat(prior.sizes()).extracting(Size::probability).allMatch(probability -> probability > 0.14);
    }

    /** Where the model was never off, the prior is tight, but it stays one. */
    @Test
    void perfectCurvesDoNotBreakIt() {
        List<ResidualPoint> perfect =
                List.of(new ResidualPoint(2, 0, 1), new ResidualPoint(4, 0, 1), new ResidualPoint(8, 0, 2));
        List<ResidualPoint> one = List.of(new ResidualPoint(2, 0, 1));
        ResidualPrior prior = ResidualPriorFit.of(List.of(perfect, perfect, one), List.of(Math.log(2)), NOISE);
        RuntimeDistribution runtime = prior.given(perfect).at(4, 5);
        assertThat(runtime.quantile(0.5)).isCloseTo(Math.exp(5), within(1e-6));
        assertThat(runtime.quantile(0.95) / runtime.quantile(0.05)).isBetween(1.01, 1.2);
    }
}
