package io.bellamy.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A mixture of Gaussians on an interval, one at each observation and one as a prior (Bergstra, Bardenet, Bengio, Kegl:
 * Algorithms for Hyper-Parameter Optimization, NeurIPS 2011, section 4; details as in Optuna 2.3.0).
 *
 * @param kernels the Gaussians by ascending mean; their weights sum to 1
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param integer whether only whole numbers are meant; the interval then reaches half a step beyond them
 */
record ParzenEstimator(List<Kernel> kernels, double low, double high, boolean integer) implements Estimator {

    /** Keeps deviations and probabilities off 0. */
    private static final double EPSILON = 1e-12;

    /** One Gaussian of the mixture. */
    record Kernel(double weight, double mean, double deviation) {

        double logDensity(double point) {
            double distance = (point - mean) / deviation;
            return Math.log(weight / (Math.sqrt(2 * Math.PI) * deviation)) - distance * distance / 2;
        }

        double massBetween(double from, double to) {
            return weight * (Normal.cdf((to - mean) / deviation) - Normal.cdf((from - mean) / deviation));
        }
    }

    private record Centre(double weight, double mean, boolean prior) {}

    /**
     * Fits the mixture. A Gaussian is as wide as the larger gap to its neighbours, within limits; the prior sits in the
     * middle and is as wide as the interval. Without observations there is the prior whatever the options say.
     *
     * @param points observations inside the interval, oldest first
     */
    static ParzenEstimator fit(List<Double> points, double low, double high, boolean integer, ParzenOptions options) {
        double width = high - low;
        List<Centre> centres = centres(points, low + width / 2, options);
        double narrowest = options.considerMagicClip() ? width / Math.min(100, 1 + centres.size()) : EPSILON;
        double sum = centres.stream().mapToDouble(Centre::weight).sum();
        List<Kernel> kernels = new ArrayList<>();
        for (int i = 0; i < centres.size(); i++) {
            Centre centre = centres.get(i);
            double gap = gap(centres, i, low, high, options.considerEndpoints());
            double deviation = centre.prior() ? width : Math.min(Math.max(gap, narrowest), width);
            kernels.add(new Kernel(centre.weight() / sum, centre.mean(), deviation));
        }
        return new ParzenEstimator(List.copyOf(kernels), low, high, integer);
    }

    private static List<Centre> centres(List<Double> points, double middle, ParzenOptions options) {
        List<Centre> centres = new ArrayList<>();
        if (options.considerPrior() || points.isEmpty()) {
            centres.add(new Centre(options.priorWeight(), middle, true));
        }
        double[] weights = Estimator.observationWeights(points.size());
        for (int i = 0; i < weights.length; i++) {
            centres.add(new Centre(weights[i], points.get(i), false));
        }
        // stable, so the prior stays before observations in the very middle
        centres.sort(Comparator.comparingDouble(Centre::mean));
        return centres;
    }

    private static double gap(List<Centre> centres, int i, double low, double high, boolean considerEndpoints) {
        int last = centres.size() - 1;
        double mean = centres.get(i).mean();
        double before = mean - (i == 0 ? low : centres.get(i - 1).mean());
        double after = (i == last ? high : centres.get(i + 1).mean()) - mean;
        if (considerEndpoints || (i > 0 && i < last)) {
            return Math.max(before, after);
        }
        return i == last ? before : after;
    }

    /** A Gaussian chosen by weight, then a value from it, redrawn while outside: at least one draw in three is inside. */
    @Override
    public double sample(RandomGenerator random) {
        Kernel kernel = choose(random);
        double point;
        do {
            point = kernel.mean() + kernel.deviation() * random.nextGaussian();
        } while (point < low || point > high);
        return integer ? Math.min(Math.max(Math.rint(point), low + 0.5), high - 0.5) : point;
    }

    private Kernel choose(RandomGenerator random) {
        double left = random.nextDouble();
        for (Kernel kernel : kernels) {
            left -= kernel.weight();
            if (left < 0) {
                return kernel;
            }
        }
        return kernels.get(kernels.size() - 1);
    }

    /** The mixture cut off at the ends as a whole, or the logarithm of the probability of a whole number. */
    @Override
    public double logDensity(double point) {
        double inside = massBetween(low, high);
        if (integer) {
            double mass = massBetween(Math.max(point - 0.5, low), Math.min(point + 0.5, high));
            return Math.log(mass + EPSILON) - Math.log(inside + EPSILON);
        }
        double[] terms =
                kernels.stream().mapToDouble(kernel -> kernel.logDensity(point)).toArray();
        double largest = Double.NEGATIVE_INFINITY;
        for (double term : terms) {
            largest = Math.max(largest, term);
        }
        // far from every Gaussian all densities underflow: the largest is taken out of the sum
        double sum = 0;
        for (double term : terms) {
            sum += Math.exp(term - largest);
        }
        return largest + Math.log(sum) - Math.log(inside);
    }

    private double massBetween(double from, double to) {
        return kernels.stream()
                .mapToDouble(kernel -> kernel.massBetween(from, to))
                .sum();
    }
}
