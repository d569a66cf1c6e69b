package io.bellamy.training;

import io.bellamy.adaptation.CalibrationFit.Measured;
import io.bellamy.adaptation.ResidualPrior;
import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.Ensemble;
import io.bellamy.model.Forecast;
import java.util.List;

/**
 * A curve over the scale-outs, adapted in closed form: how far off the runs of the context are from it is conditioned on.
 */
public final class AdaptedCurve implements AdaptedModel {

    /** Without any other context a job is believed to gain this much from machines: runtime ~ x^-0.5. */
    private static final double GAIN = -0.5;

    private final LogRuntime base;
    private final ResidualPrior.Posterior posterior;

    /** What a model says without the points: ln seconds. */
    @FunctionalInterface
    private interface LogRuntime {
        double of(int scaleOut, PropertyValues properties);
    }

    private AdaptedCurve(LogRuntime base, ResidualPrior prior, List<Run> points) {
        this.base = base;
        this.posterior =
                prior.given(Configurations.measured(points, run -> base.of(run.scaleOut(), run.properties())).stream()
                        .map(Measured::point)
                        .toList());
    }

    /**
     * A pretrained ensemble, adapted to runs of a context.
     *
     * @param points possibly none
     */
    public static AdaptedCurve of(Ensemble ensemble, ResidualPrior prior, List<Run> points) {
        return new AdaptedCurve(ensemble::logRuntime, prior, points);
    }

    /**
     * A curve through the runs of a context, where nothing else is known.
     *
     * @param points at least one
     */
    public static AdaptedCurve withoutPretraining(List<Run> points) {
        double level = points.stream()
                .mapToDouble(run -> Math.log(run.runtime()) - GAIN * Math.log(run.scaleOut()))
                .average()
                .orElseThrow();
        return new AdaptedCurve(
                (scaleOut, properties) -> level + GAIN * Math.log(scaleOut),
                ResidualPrior.withoutPretraining(
                        points.stream().map(Run::scaleOut).toList()),
                points);
    }

    @Override
    public List<Forecast> forecast(List<PlannedRun> planned) {
        return planned.stream()
                .map(run -> Forecast.of(at(run.scaleOut(), run.properties())))
                .toList();
    }

    /** How long one more run takes, as a distribution. */
    public RuntimeDistribution at(int scaleOut, PropertyValues properties) {
        return posterior.at(scaleOut, base.of(scaleOut, properties));
    }
}
