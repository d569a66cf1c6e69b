package io.bellamy.adaptation;

import io.bellamy.adaptation.RuntimeDistribution.Component;
import io.bellamy.numerics.CholeskyFactor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What is known in advance of how far off a model is in a context that it has not seen: a Gaussian process over the
 * scale-out whose size is one of several, since some contexts are hit much better than others, and runs of which some are
 * outliers. Learned in pretraining from contexts that were left out; conditioned on the runs of a context in closed form.
 *
 * @param kernel how the residuals of a curve go together
 * @param sizes factors of the kernel's deviations, each with its probability
 * @param noise how far repetitions lie apart
 * @param calibrations what the probabilities that follow are worth
 */
public record ResidualPrior(ResidualKernel kernel, List<Size> sizes, RunNoise noise, Calibrations calibrations) {

    /** Below this a part of the mixture does not count. */
    private static final double NEGLIGIBLE = 1e-9;

    private static final double ROUNDING = 1e-6;

    /**
     * A size that the errors of a curve may have.
     *
     * @param factor of the kernel's deviations
     * @param probability the probabilities of all sizes add up to 1
     */
    public record Size(double factor, double probability) {

        public Size {
            Sensible.requirePositive("the factor of a size", factor);
            Sensible.requireNotNegative("the probability of a size", probability);
        }
    }

    public ResidualPrior {
        sizes = List.copyOf(sizes);
        if (sizes.isEmpty()) {
            throw new IllegalArgumentException("a prior must have one size at least");
        }
        double all = sizes.stream().mapToDouble(Size::probability).sum();
        if (Math.abs(all - 1) > ROUNDING) {
            throw new IllegalArgumentException("the probabilities of sizes add up to " + all + " and not to 1");
        }
    }

    /** A prior whose probabilities are taken for what they are. */
    public ResidualPrior(ResidualKernel kernel, List<Size> sizes, RunNoise noise) {
        this(kernel, sizes, noise, Calibrations.NONE);
    }

    /** The same of a model whose residuals are smaller by a factor. */
    public ResidualPrior times(double factor) {
        return new ResidualPrior(kernel.times(factor), sizes, noise, calibrations);
    }

    /** The same with other probabilities. */
    public ResidualPrior with(Calibrations learned) {
        return new ResidualPrior(kernel, sizes, noise, learned);
    }

    /**
     * What is believed where no other context is known: curves of some offset, slope and share that does not scale.
     *
     * @param scaleOuts those of the runs known, at least one
     */
    public static ResidualPrior withoutPretraining(List<Integer> scaleOuts) {
        double centre = scaleOuts.stream().mapToDouble(Math::log).average().orElseThrow();
        double inverse = scaleOuts.stream().mapToDouble(x -> 1.0 / x).average().orElseThrow();
        ResidualKernel kernel =
                new ResidualKernel(1, 0.4, 1, 0.2, 1, centre, inverse, List.of(new ResidualKernel.Knot(centre, 0.03)));
        RunNoise noise = new RunNoise(0.03, List.of(new RunNoise.Outliers(centre, 0.03, 0.3)));
        return new ResidualPrior(kernel, List.of(new Size(1, 1)), noise);
    }

    /** One explanation of the points: a size of the errors, and which point is an outlier, if any is. */
    private record SizeHypothesis(
            double variance, double logWeight, CholeskyFactor factor, List<Double> whitened, double probability) {}

    /** The prior conditioned on the points of a context. */
    public final class Posterior {

        private final List<ResidualPoint> points;
        private final List<SizeHypothesis> explanations;

        private Posterior(List<ResidualPoint> points) {
            this.points = points;
            this.explanations = explanations(points);
        }

        /**
         * How long one more run takes.
         *
         * @param logRuntime what the model says without the points, ln seconds
         */
        public RuntimeDistribution at(int scaleOut, double logRuntime) {
            RunNoise.Outliers outliers = noise.at(Math.log(scaleOut));
            double nugget = kernel.nuggetVariance(scaleOut);
            boolean known = points.stream().anyMatch(point -> point.scaleOut() == scaleOut);
            List<Component> parts = new ArrayList<>();
            for (SizeHypothesis explanation : explanations) {
                // the nugget of this scale-out is in the point there, too
                double[] weights = explanation
                        .factor()
                        .whiten(points.stream()
                                .mapToDouble(
                                        point -> explanation.variance() * kernel.covariance(scaleOut, point.scaleOut())
                                                + (point.scaleOut() == scaleOut ? nugget : 0))
                                .toArray());
                double mean = 0;
                double variance = explanation.variance() * kernel.covariance(scaleOut, scaleOut) + nugget;
                for (int i = 0; i < weights.length; i++) {
                    mean += weights[i] * explanation.whitened().get(i);
                    variance -= weights[i] * weights[i];
                }
                double left = Math.max(variance, known ? 0 : nugget);
                double probability = explanation.probability();
                parts.add(new Component(
                        probability * (1 - outliers.share()), logRuntime + mean, left + noise.variance()));
                parts.add(new Component(
                        probability * outliers.share(),
                        logRuntime + mean,
                        left + outliers.deviation() * outliers.deviation()));
            }
            return new RuntimeDistribution(parts, isBetween(scaleOut) ? calibrations.between() : calibrations.beyond());
        }

        private boolean isBetween(int scaleOut) {
            return points.stream().anyMatch(point -> point.scaleOut() <= scaleOut)
                    && points.stream().anyMatch(point -> point.scaleOut() >= scaleOut);
        }
    }

    /**
     * Conditions on points of a context, possibly none, one a scale-out.
     *
     * @throws ArithmeticException if it can't be done with these numbers
     */
    public Posterior given(List<ResidualPoint> points) {
        return new Posterior(List.copyOf(points));
    }

    private List<SizeHypothesis> explanations(List<ResidualPoint> points) {
        List<SizeHypothesis> explanations = new ArrayList<>();
        for (Size size : sizes) {
            for (int outlier = -1; outlier < points.size(); outlier++) {
                explanations.add(explanation(points, size, outlier));
            }
        }
        double most = explanations.stream()
                .mapToDouble(SizeHypothesis::logWeight)
                .max()
                .orElseThrow();
        double all = explanations.stream()
                .mapToDouble(explanation -> Math.exp(explanation.logWeight() - most))
                .sum();
        return explanations.stream()
                .map(explanation -> new SizeHypothesis(
                        explanation.variance(),
                        explanation.logWeight(),
                        explanation.factor(),
                        explanation.whitened(),
                        Math.exp(explanation.logWeight() - most) / all))
                .filter(explanation -> explanation.probability() > NEGLIGIBLE)
                .toList();
    }

    private SizeHypothesis explanation(List<ResidualPoint> points, Size size, int outlier) {
        int n = points.size();
        double variance = size.factor() * size.factor();
        double[][] covariance = new double[n][n];
        double logWeight = Math.log(size.probability());
        for (int i = 0; i < n; i++) {
            ResidualPoint point = points.get(i);
            for (int j = i; j < n; j++) {
                covariance[i][j] = variance
                        * kernel.covariance(point.scaleOut(), points.get(j).scaleOut());
            }
            RunNoise.Outliers outliers = noise.at(Math.log(point.scaleOut()));
            double share = RunNoise.medianShare(outliers.share(), point.runs());
            covariance[i][i] += kernel.nuggetVariance(point.scaleOut()) + noise.medianVariance(point.runs());
            if (i == outlier) {
                covariance[i][i] += outliers.deviation() * outliers.deviation();
            }
            logWeight += Math.log(i == outlier ? share : 1 - share);
        }
        // the nuggets and the noise keep it positive definite
        CholeskyFactor factor = CholeskyFactor.of(covariance)
                .orElseThrow(() -> new ArithmeticException("the covariance is not positive definite"));
        double[] residuals =
                points.stream().mapToDouble(ResidualPoint::residual).toArray();
        double[] whitened = factor.whiten(residuals);
        logWeight -= factor.logDeterminant() / 2;
        for (double value : whitened) {
            logWeight -= value * value / 2;
        }
        return new SizeHypothesis(
                variance, logWeight, factor, DoubleStream.of(whitened).boxed().toList(), 0);
    }
}
