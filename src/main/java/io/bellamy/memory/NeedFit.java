package io.bellamy.memory;

import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.numerics.QuasiNewtonAscent;
import io.bellamy.numerics.Slope;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Learns how much memory a job needs: parameters drawn from about their posterior, which say by how far they differ how sure that is.
 * They are drawn from the normal distribution about the best ones (Laplace), and weighted by what is wrong with that, with weights
 * cut off (E. L. Ionides: Truncated Importance Sampling. 2008).
 */
final class NeedFit {

    private static final int MOST_STEPS = 200;
    private static final int DRAWS = 400;
    private static final double STEP = 1e-3;
    private static final double FIRST_RIDGE = 1e-6;

    /** Wider than what is drawn from, so that its tails are there. */
    private static final double WIDER = 1.2;

    private final NeedLikelihood likelihood;

    NeedFit(NeedLikelihood likelihood) {
        this.likelihood = likelihood;
    }

    /** A law with its weight; the weights add up to 1. */
    record Draw(NeedLaw law, double weight) {}

    /** Many laws, each as likely as its weight says. */
    List<Draw> draws() {
        double[] best = likelihood.starts().stream()
                .map(start -> QuasiNewtonAscent.climb(start, likelihood::slope, MOST_STEPS))
                .max(Comparator.comparingDouble(likelihood::height))
                .orElseThrow();
        CholeskyFactor precision = precision(best);
        RandomGenerator random = new Seed(0).stream("memory").generator();
        double top = likelihood.height(best);
        List<double[]> places = new ArrayList<>();
        double[] weights = new double[DRAWS];
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            double[] normal = new double[best.length];
            double log = 0;
            for (int j = 0; j < normal.length; j++) {
                normal[j] = WIDER * random.nextGaussian();
                log += normal[j] * normal[j] / 2 / (WIDER * WIDER);
            }
            double[] place = precision.spread(normal);
            for (int j = 0; j < place.length; j++) {
                place[j] += best[j];
            }
            places.add(place);
            double height = likelihood.height(place);
            weights[i] = Double.isFinite(height) ? Math.exp(height - top + log) : 0;
            sum += weights[i];
        }
        double most = sum / DRAWS * Math.sqrt(DRAWS);
        double all = 0;
        for (int i = 0; i < DRAWS; i++) {
            weights[i] = Math.min(weights[i], most);
            all += weights[i];
        }
        List<Draw> draws = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            if (weights[i] > 0) {
                draws.add(new Draw(new NeedLaw(likelihood.shape(), places.get(i)), weights[i] / all));
            }
        }
        return draws.isEmpty() ? List.of(new Draw(new NeedLaw(likelihood.shape(), best), 1)) : draws;
    }

    /** How sharply the density bends about the best parameters. */
    private CholeskyFactor precision(double[] best) {
        int size = best.length;
        double[][] bend = new double[size][size];
        for (int i = 0; i < size; i++) {
            double[] above = gradient(NeedLikelihood.moved(best, i, STEP));
            double[] below = gradient(NeedLikelihood.moved(best, i, -STEP));
            for (int j = 0; j < size; j++) {
                double slope = (below[j] - above[j]) / (2 * STEP);
                bend[i][j] += slope / 2;
                bend[j][i] += slope / 2;
            }
        }
        for (double ridge = FIRST_RIDGE; ; ridge *= 10) {
            double[][] matrix = new double[size][];
            for (int i = 0; i < size; i++) {
                matrix[i] = bend[i].clone();
                matrix[i][i] += ridge;
            }
            Optional<CholeskyFactor> factor = CholeskyFactor.of(matrix);
            if (factor.isPresent()) {
                return factor.get();
            }
        }
    }

    private double[] gradient(double[] place) {
        return likelihood
                .slope(place)
                .map(Slope::gradient)
                .map(slope -> slope.stream().mapToDouble(Double::doubleValue).toArray())
                .orElseGet(() -> new double[place.length]);
    }
}
