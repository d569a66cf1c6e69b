package io.bellamy.baseline;

import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.Forecast;
import io.bellamy.numerics.CholeskyFactor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A Gaussian process that knows runs; what these say of another run is worked out once. Safe for several threads. */
final class InformedProcess {

    /** What ln runtime may be: beyond are neither microseconds nor millions of years. */
    private static final double EXTREME = 30;

    private final RunInputs inputs;
    private final ProcessPosterior posterior;
    private final Map<Spot, ProcessPosterior.Place> places = new ConcurrentHashMap<>();

    private record Spot(PlannedRun run, Optional<LocalDate> day) {}

    InformedProcess(RunInputs inputs, ProcessPosterior posterior) {
        this.inputs = inputs;
        this.posterior = posterior;
    }

    /** The process after some more runs, which takes microseconds for a few. */
    AdaptedModel adapted(List<Run> runs) {
        List<ProcessPosterior.Place> points = runs.stream()
                .map(run -> at(Features.planned(run), run.measured()))
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
                .map(factor -> AdaptedModel.each(run -> forecast(run, runs, points, factor)))
                .orElse(AdaptedModel.NOTHING);
    }

    private Forecast forecast(
            PlannedRun planned, List<Run> runs, List<ProcessPosterior.Place> points, CholeskyFactor factor) {
        ProcessPosterior.Place place = at(planned, Optional.empty());
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

    private ProcessPosterior.Place at(PlannedRun run, Optional<LocalDate> day) {
        return places.computeIfAbsent(new Spot(run, day), spot -> posterior.at(inputs.of(spot.run(), spot.day())));
    }
}
