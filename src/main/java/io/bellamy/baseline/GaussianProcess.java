package io.bellamy.baseline;

import io.bellamy.evaluation.Forecast;
import io.bellamy.evaluation.Forecast.Interval;
import io.bellamy.evaluation.Method;
import io.bellamy.evaluation.Question;
import io.bellamy.evaluation.Task;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.numerics.ResilientAscent;
import io.bellamy.tuning.Seed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * A Gaussian process on ln runtime. Its hyperparameters are fitted to the support once; a question's points are then
 * conditioned on, which takes microseconds.
 */
final class GaussianProcess implements Method {

    private static final double[] LEVELS = {0.5, 0.8, 0.9, 0.95};

    /** More cells than this are sampled: the time grows with their number's cube. */
    private static final int MOST_CELLS = 400;

    private static final int MOST_STEPS = 60;
    private static final double EFFORT = 0.45;

    /** What ln runtime may be: beyond are neither microseconds nor millions of years. */
    private static final double EXTREME = 30;

    @Override
    public String name() {
        return "gaussian-process";
    }

    @Override
    public String description() {
        return "Gaussian process on ln runtime, linear and squared-exponential kernels, over all contexts";
    }

    @Override
    public double effort() {
        return EFFORT;
    }

    @Override
    public List<List<Forecast>> answer(List<Task> tasks, long seed, DoubleConsumer progress) {
        return Workers.answer(tasks, progress, task -> answer(task, new Seed(seed).stream(task.context())));
    }

    private static List<Forecast> answer(Task task, Seed seed) {
        Features features = Features.fit(task.support());
        Cells cells = Cells.of(task.support(), features).sample(MOST_CELLS, seed);
        Optional<Posterior> posterior = cells.size() == 0 ? Optional.empty() : fit(cells, features);
        if (posterior.isEmpty()) {
            return task.questions().stream().map(question -> Forecast.NONE).toList();
        }
        Asked asked = new Asked(features, posterior.get());
        return task.questions().stream().map(asked::answer).toList();
    }

    private static Optional<Posterior> fit(Cells cells, Features features) {
        MarginalLikelihood likelihood = new MarginalLikelihood(cells, features.size());
        double[] parameters = ResilientAscent.climb(likelihood.believed(), likelihood::at, MOST_STEPS);
        return Posterior.of(new Kernel(parameters), cells);
    }

    /** Answers the questions of one task; what the support says of a run is worked out once. */
    private static final class Asked {

        private final Features features;
        private final Posterior posterior;
        private final Map<PlannedRun, Posterior.Place> places = new HashMap<>();

        Asked(Features features, Posterior posterior) {
            this.features = features;
            this.posterior = posterior;
        }

        Forecast answer(Question question) {
            List<Posterior.Place> points = question.points().stream()
                    .map(Features::planned)
                    .map(this::at)
                    .toList();
            int n = points.size();
            double[][] covariance = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = i; j < n; j++) {
                    covariance[i][j] = points.get(i).covariance(points.get(j));
                }
                covariance[i][i] += posterior.noise();
            }
            return CholeskyFactor.of(covariance)
                    .map(factor -> answer(question, points, factor))
                    .orElse(Forecast.NONE);
        }

        private Forecast answer(Question question, List<Posterior.Place> points, CholeskyFactor factor) {
            Posterior.Place place = at(question.planned());
            double[] surprises = new double[points.size()];
            double[] covariances = new double[points.size()];
            for (int i = 0; i < surprises.length; i++) {
                Run point = question.points().get(i);
                surprises[i] = Math.log(point.runtime()) - points.get(i).mean();
                covariances[i] = place.covariance(points.get(i));
            }
            double[] whitened = factor.whiten(surprises);
            double[] weights = factor.whiten(covariances);
            double mean = place.mean();
            double variance = place.covariance(place);
            for (int i = 0; i < weights.length; i++) {
                mean += weights[i] * whitened[i];
                variance -= weights[i] * weights[i];
            }
            return forecast(mean, Math.sqrt(Math.max(0, variance) + posterior.noise()));
        }

        private Posterior.Place at(PlannedRun run) {
            return places.computeIfAbsent(run, key -> posterior.at(features.of(key)));
        }

        private static Forecast forecast(double mean, double deviation) {
            if (!(Math.abs(mean) < EXTREME) || !Double.isFinite(deviation)) {
                return Forecast.NONE;
            }
            NormalDistribution standard = new NormalDistribution();
            List<Interval> intervals = Arrays.stream(LEVELS)
                    .mapToObj(level -> {
                        double width = deviation * standard.inverseCumulativeProbability((1 + level) / 2);
                        return new Interval(level, Math.exp(mean - width), Math.exp(mean + width));
                    })
                    .toList();
            return new Forecast(Math.exp(mean), intervals);
        }
    }
}
