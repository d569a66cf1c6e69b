package io.bellamy.adaptation;

import io.bellamy.adaptation.ResidualKernel.Knot;
import io.bellamy.adaptation.ResidualPrior.Size;
import io.bellamy.numerics.ResilientAscent;
import io.bellamy.numerics.Slope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

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

    private final List<Double> knots;
    private final RunNoise noise;
    private final double centre;
    private final double inverseCentre;
    private final List<ResidualGroup> groups;

    /**
     * Prepares the fit.
     *
     * @param contexts the points of each context, by increasing scale-out, possibly no context at all
     * @param knots ln of the scale-outs at which the own deviations are fitted, increasing, at least one
     */
    ResidualPriorFit(List<List<ResidualPoint>> contexts, List<Double> knots, RunNoise noise) {
        this.knots = List.copyOf(knots);
        this.noise = noise;
        this.centre = knots.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        this.inverseCentre =
                knots.stream().mapToDouble(at -> Math.exp(-at)).average().orElseThrow();
        Map<List<Integer>, List<List<ResidualPoint>>> alike = new LinkedHashMap<>();
        for (List<ResidualPoint> points : contexts) {
            // contexts with the same scale-outs and numbers of runs share their covariance
            List<Integer> key = new ArrayList<>();
            points.forEach(point -> key.addAll(List.of(point.scaleOut(), point.runs())));
            alike.computeIfAbsent(key, own -> new ArrayList<>()).add(points);
        }
        this.groups = alike.values().stream().map(ResidualGroup::new).toList();
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

    double believed(int parameter) {
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

    /** How well parameters explain the contexts, and the way up; nothing where a covariance is singular. */
    Optional<Slope> slope(double[] parameters) {
        ResidualPrior prior = prior(parameters);
        double[] byKernel = new double[BELIEVED.length + knots.size()];
        double[] bySize = new double[FACTORS.length];
        double height = 0;
        for (ResidualGroup group : groups) {
            Optional<Double> own = group.add(prior, byKernel, bySize);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            height += own.get();
        }
        for (int i = 0; i < byKernel.length; i++) {
            double distance = parameters[i] - believed(i);
            double variance = i < BELIEVED.length ? BELIEF_VARIANCE : NUGGET_VARIANCE;
            height -= distance * distance / variance / 2;
            byKernel[i] -= distance / variance;
            if (i > BELIEVED.length) {
                // from knot to knot it changes little
                double step = parameters[i] - parameters[i - 1];
                height -= step * step / 2;
                byKernel[i] -= step;
                byKernel[i - 1] += step;
            }
        }
        double contexts = DoubleStream.of(bySize).sum();
        List<Double> gradient =
                new ArrayList<>(DoubleStream.of(byKernel).boxed().toList());
        for (int s = 0; s < FACTORS.length; s++) {
            double probability = prior.sizes().get(s).probability();
            height += SIZE_BELIEF * Math.log(probability * FACTORS.length);
            gradient.add(bySize[s] - contexts * probability + SIZE_BELIEF * (1 - FACTORS.length * probability));
        }
        return Double.isFinite(height) ? Optional.of(new Slope(height, gradient)) : Optional.empty();
    }
}
