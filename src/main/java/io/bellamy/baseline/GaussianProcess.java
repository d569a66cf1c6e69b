package io.bellamy.baseline;

import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.evaluation.Method;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.Forecast;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import io.bellamy.model.Trainer;
import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.numerics.ResilientAscent;
import io.bellamy.tuning.Seed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;

/**
 * A Gaussian process on ln runtime. Its hyperparameters are fitted to the support once; a question's points are then
 * conditioned on, which takes microseconds.
 */
final class GaussianProcess implements Trainer {

    /** More cells than this are sampled: the time grows with their number's cube. */
    private static final int MOST_CELLS = 400;

    private static final int MOST_STEPS = 60;
    private static final double EFFORT = 0.45;

    /** What ln runtime may be: beyond are neither microseconds nor millions of years. */
    private static final double EXTREME = 30;

    static Method method() {
        return new Method(
                "gaussian-process",
                "Gaussian process on ln runtime, linear and squared-exponential kernels, over all contexts",
                Method.ALL_SPLITS,
                EFFORT,
                new GaussianProcess());
    }

    @Override
    public TrainedModel train(List<Run> runs, Seed seed, DoubleConsumer progress) {
        Features features = Features.fit(runs);
        RunGroups cells = RunGroups.of(runs, features).sample(MOST_CELLS, seed);
        Optional<ProcessPosterior> posterior = cells.size() == 0 ? Optional.empty() : fit(cells, features);
        return posterior
                .<TrainedModel>map(known -> new FittedProcess(features, known))
                .orElse(TrainedModel.NOTHING);
    }

    private static Optional<ProcessPosterior> fit(RunGroups cells, Features features) {
        MarginalLikelihood likelihood = new MarginalLikelihood(cells, features.size());
        double[] parameters = ResilientAscent.climb(likelihood.believed(), likelihood::at, MOST_STEPS);
        return ProcessPosterior.of(new CovarianceKernel(parameters), cells);
    }

    /** A process that knows the support; what that says of a run is worked out once. */
    private static final class FittedProcess implements TrainedModel {

        private final Features features;
        private final ProcessPosterior posterior;
        private final Map<PlannedRun, ProcessPosterior.Place> places = new ConcurrentHashMap<>();

        FittedProcess(Features features, ProcessPosterior posterior) {
            this.features = features;
            this.posterior = posterior;
        }

        @Override
        public InformedModel informed(List<Run> history) {
            return InformedModel.ofContext((points, own) -> adapted(points));
        }

        private AdaptedModel adapted(List<Run> runs) {
            List<ProcessPosterior.Place> points =
                    runs.stream().map(Features::planned).map(this::at).toList();
            int n = points.size();
            double[][] covariance = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = i; j < n; j++) {
                    covariance[i][j] = points.get(i).covariance(points.get(j));
                }
                covariance[i][i] += posterior.noise();
            }
            return CholeskyFactor.of(covariance)
                    .map(factor -> AdaptedModel.each(run -> forecast(run, runs, points, factor)))
                    .orElse(AdaptedModel.NOTHING);
        }

        private Forecast forecast(
                PlannedRun planned, List<Run> runs, List<ProcessPosterior.Place> points, CholeskyFactor factor) {
            ProcessPosterior.Place place = at(planned);
            double[] surprises = new double[points.size()];
            double[] covariances = new double[points.size()];
            for (int i = 0; i < surprises.length; i++) {
                surprises[i] = Math.log(runs.get(i).runtime()) - points.get(i).mean();
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
            double whole = Math.max(0, variance) + posterior.noise();
            return Math.abs(mean) < EXTREME && Double.isFinite(whole)
                    ? Forecast.of(RuntimeDistribution.logNormal(mean, whole))
                    : Forecast.NONE;
        }

        private ProcessPosterior.Place at(PlannedRun run) {
            return places.computeIfAbsent(run, key -> posterior.at(features.of(key)));
        }
    }
}
