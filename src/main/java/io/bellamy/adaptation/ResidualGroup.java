package io.bellamy.adaptation;

import io.bellamy.adaptation.ResidualPrior.Size;
import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.numerics.SymmetricMatrix;
import io.bellamy.numerics.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Contexts with the same scale-outs and numbers of runs, which share their covariance: how well a prior explains them. */
final class ResidualGroup {

    private final double[] scaleOuts;
    private final int[] runs;
    private final List<double[]> contexts = new ArrayList<>();

    ResidualGroup(List<List<ResidualPoint>> contexts) {
        List<ResidualPoint> shape = contexts.get(0);
        this.scaleOuts = shape.stream().mapToDouble(ResidualPoint::scaleOut).toArray();
        this.runs = shape.stream().mapToInt(ResidualPoint::runs).toArray();
        contexts.forEach(context -> this.contexts.add(
                context.stream().mapToDouble(ResidualPoint::residual).toArray()));
    }

    /** What the residuals are if they are of one size: the inverse covariance, and of each context that times these, and ln p. */
    private static final class OfSize {
        private final double[][] inverse;
        private final List<double[]> weights = new ArrayList<>();
        private final List<Double> logs = new ArrayList<>();

        OfSize(double[][] inverse) {
            this.inverse = inverse;
        }
    }

    /**
     * The ln probability of the contexts, up to a constant; nothing where a covariance is singular.
     *
     * @param byKernel its derivative by each parameter of the kernel is added, in the order of {@link ResidualKernel#addGradient}
     * @param bySize how many contexts are of each size is added
     */
    Optional<Double> add(ResidualPrior prior, double[] byKernel, double[] bySize) {
        List<OfSize> all = new ArrayList<>();
        for (Size size : prior.sizes()) {
            Optional<OfSize> own = of(size, prior);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            all.add(own.get());
        }
        double sum = 0;
        double[][] shares = new double[contexts.size()][all.size()];
        for (int c = 0; c < shares.length; c++) {
            double most = Double.NEGATIVE_INFINITY;
            for (OfSize own : all) {
                most = Math.max(most, own.logs.get(c));
            }
            double whole = 0;
            for (int s = 0; s < all.size(); s++) {
                shares[c][s] = Math.exp(all.get(s).logs.get(c) - most);
                whole += shares[c][s];
            }
            for (int s = 0; s < all.size(); s++) {
                shares[c][s] /= whole;
                bySize[s] += shares[c][s];
            }
            sum += most + Math.log(whole);
        }
        for (int s = 0; s < all.size(); s++) {
            addGradient(all.get(s), s, shares, prior, byKernel);
        }
        return Optional.of(sum);
    }

    private Optional<OfSize> of(Size size, ResidualPrior prior) {
        int n = scaleOuts.length;
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                covariance[i][j] =
                        size.factor() * size.factor() * prior.kernel().covariance(scaleOuts[i], scaleOuts[j]);
            }
            covariance[i][i] +=
                    prior.kernel().nuggetVariance(scaleOuts[i]) + prior.noise().medianVariance(runs[i]);
        }
        return CholeskyFactor.of(covariance).map(factor -> {
            double[][] inverse = factor.lowerInverse();
            double log = Math.log(size.probability()) - factor.logDeterminant() / 2;
            OfSize own = new OfSize(inverse);
            for (double[] residuals : contexts) {
                double[] weights = SymmetricMatrix.times(inverse, residuals);
                own.weights.add(weights);
                own.logs.add(log - Vectors.product(weights, residuals) / 2);
            }
            return own;
        });
    }

    /** d/dp = trace((ww' - inverse) dK/dp) / 2, by the share of each context; what is off the diagonal counts twice. */
    private void addGradient(OfSize own, int size, double[][] shares, ResidualPrior prior, double[] byKernel) {
        double factor = prior.sizes().get(size).factor();
        for (int i = 0; i < scaleOuts.length; i++) {
            for (int j = 0; j <= i; j++) {
                double share = 0;
                for (int c = 0; c < shares.length; c++) {
                    double[] weights = own.weights.get(c);
                    share += shares[c][size] * (weights[i] * weights[j] - own.inverse[i][j]);
                }
                if (i == j) {
                    prior.kernel().addNuggetGradient(scaleOuts[i], share / 2, byKernel);
                }
                prior.kernel()
                        .addGradient(
                                scaleOuts[i], scaleOuts[j], factor * factor * (i == j ? share / 2 : share), byKernel);
            }
        }
    }
}
