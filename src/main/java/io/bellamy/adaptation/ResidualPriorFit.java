package io.bellamy.adaptation;

import io.bellamy.adaptation.ResidualKernel.Knot;
import io.bellamy.adaptation.ResidualPrior.Size;
import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.numerics.ResilientAscent;
import io.bellamy.numerics.Slope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fits the prior of residuals to contexts that were left out in training, by their marginal likelihood and weak beliefs
 * that decide where contexts are few.
 */
public final class ResidualPriorFit {

    /** ln of what offset, slope, inverse, radial basis and length scale are believed to be, with a deviation of 2. */
    private static final double[] BELIEVED = {
        Math.log(0.1), Math.log(0.05), Math.log(0.1), Math.log(0.05), Math.log(0.7)
    };

    private static final double BELIEF_VARIANCE = 4;
    private static final double NUGGET = Math.log(0.02);
    private static final double NUGGET_VARIANCE = 12;
    /** The largest are for contexts that are unlike all others. */
    private static final double[] FACTORS = {0.25, 0.5, 1, 2, 4, 8, 16};

    private static final double SIZE_BELIEF = 0.05;
    private static final int MOST_STEPS = 150;
    private static final double DIFFERENCE = 1e-4;

    private final List<Double> knots;
    private final RunNoise noise;
    private final double centre;
    private final double inverseCentre;
    private final Map<List<Integer>, List<List<ResidualPoint>>> groups = new LinkedHashMap<>();

    /**
     * Prepares the fit.
     *
     * @param contexts the points of each context, by increasing scale-out, possibly no context at all
     * @param knots ln of the scale-outs at which the own deviations are fitted, increasing, at least one
     */
    private ResidualPriorFit(List<List<ResidualPoint>> contexts, List<Double> knots, RunNoise noise) {
        this.knots = List.copyOf(knots);
        this.noise = noise;
        this.centre = knots.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        this.inverseCentre =
                knots.stream().mapToDouble(at -> Math.exp(-at)).average().orElseThrow();
        for (List<ResidualPoint> points : contexts) {
            // contexts with the same scale-outs and numbers of runs share their covariance
            List<Integer> key = new ArrayList<>();
            points.forEach(point -> key.addAll(List.of(point.scaleOut(), point.runs())));
            groups.computeIfAbsent(key, own -> new ArrayList<>()).add(points);
        }
    }

    /** The most likely prior. */
    public static ResidualPrior of(List<List<ResidualPoint>> contexts, List<Double> knots, RunNoise noise) {
        ResidualPriorFit fit = new ResidualPriorFit(contexts, knots, noise);
        double[] start = new double[BELIEVED.length + knots.size() + FACTORS.length];
        for (int i = 0; i < start.length; i++) {
            start[i] = fit.believed(i);
        }
        return fit.prior(ResilientAscent.climb(start, fit::slope, MOST_STEPS));
    }

    private double believed(int parameter) {
        if (parameter < BELIEVED.length) {
            return BELIEVED[parameter];
        }
        return parameter < BELIEVED.length + knots.size() ? NUGGET : 0;
    }

    private ResidualPrior prior(double[] parameters) {
        List<Knot> own = new ArrayList<>();
        for (int i = 0; i < knots.size(); i++) {
            own.add(new Knot(knots.get(i), Math.exp(parameters[BELIEVED.length + i])));
        }
        List<Size> sizes = new ArrayList<>();
        double all = 0;
        int first = BELIEVED.length + knots.size();
        for (int i = 0; i < FACTORS.length; i++) {
            all += Math.exp(parameters[first + i]);
        }
        for (int i = 0; i < FACTORS.length; i++) {
            sizes.add(new Size(FACTORS[i], Math.exp(parameters[first + i]) / all));
        }
        return new ResidualPrior(
                new ResidualKernel(
                        Math.exp(parameters[0]),
                        Math.exp(parameters[1]),
                        Math.exp(parameters[2]),
                        Math.exp(parameters[3]),
                        Math.exp(parameters[4]),
                        centre,
                        inverseCentre,
                        own),
                sizes,
                noise);
    }

    private Optional<Slope> slope(double[] parameters) {
        List<Double> gradient = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            double before = parameters[i];
            parameters[i] = before + DIFFERENCE;
            double above = height(parameters);
            parameters[i] = before - DIFFERENCE;
            double below = height(parameters);
            parameters[i] = before;
            gradient.add((above - below) / (2 * DIFFERENCE));
        }
        double height = height(parameters);
        return Double.isFinite(height) ? Optional.of(new Slope(height, gradient)) : Optional.empty();
    }

    private double height(double[] parameters) {
        ResidualPrior prior = prior(parameters);
        double height = 0;
        for (List<List<ResidualPoint>> contexts : groups.values()) {
            height += logLikelihood(prior, contexts);
        }
        for (int i = 0; i < BELIEVED.length; i++) {
            double distance = parameters[i] - BELIEVED[i];
            height -= distance * distance / (2 * BELIEF_VARIANCE);
        }
        for (int i = 0; i < knots.size(); i++) {
            double own = parameters[BELIEVED.length + i];
            height -= (own - NUGGET) * (own - NUGGET) / (2 * NUGGET_VARIANCE);
            if (i > 0) {
                double step = own - parameters[BELIEVED.length + i - 1];
                height -= step * step / 2;
            }
        }
        for (Size size : prior.sizes()) {
            height += SIZE_BELIEF * Math.log(size.probability() * FACTORS.length);
        }
        return height;
    }

    private double logLikelihood(ResidualPrior prior, List<List<ResidualPoint>> contexts) {
        List<ResidualPoint> shape = contexts.get(0);
        int n = shape.size();
        double[][] logs = new double[contexts.size()][prior.sizes().size()];
        for (int s = 0; s < prior.sizes().size(); s++) {
            Size size = prior.sizes().get(s);
            double[][] covariance = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = i; j < n; j++) {
                    covariance[i][j] = size.factor()
                            * size.factor()
                            * prior.kernel()
                                    .covariance(
                                            shape.get(i).scaleOut(),
                                            shape.get(j).scaleOut());
                }
                covariance[i][i] += prior.kernel().nuggetVariance(shape.get(i).scaleOut())
                        + noise.medianVariance(shape.get(i).runs());
            }
            Optional<CholeskyFactor> factor = CholeskyFactor.of(covariance);
            if (factor.isEmpty()) {
                return Double.NEGATIVE_INFINITY;
            }
            double half = factor.get().logDeterminant() / 2;
            for (int c = 0; c < contexts.size(); c++) {
                double[] whitened = factor.get()
                        .whiten(contexts.get(c).stream()
                                .mapToDouble(ResidualPoint::residual)
                                .toArray());
                double log = Math.log(size.probability()) - half;
                for (double value : whitened) {
                    log -= value * value / 2;
                }
                logs[c][s] = log;
            }
        }
        double sum = 0;
        for (double[] own : logs) {
            double most = Double.NEGATIVE_INFINITY;
            for (double log : own) {
                most = Math.max(most, log);
            }
            double all = 0;
            for (double log : own) {
                all += Math.exp(log - most);
            }
            sum += most + Math.log(all);
        }
        return sum;
    }
}
