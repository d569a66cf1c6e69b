package io.bellamy.typical;

import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.Forecast;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import java.util.List;

/**
 * Another kind of model, as small as can be: a run takes about as long as those known, on however many machines.
 *
 * @param mean of ln seconds over all runs
 * @param variance of ln seconds over all runs
 */
public record TypicalRuntime(double mean, double variance) implements TrainedModel {

    /** Of runs, at least one, which are believed to lie apart by this variance until they tell otherwise. */
    static TypicalRuntime of(List<Run> runs, double noise) {
        double mean = runs.stream()
                .mapToDouble(run -> Math.log(run.runtime()))
                .average()
                .orElseThrow();
        double scatter = runs.stream()
                .mapToDouble(run -> Math.pow(Math.log(run.runtime()) - mean, 2))
                .sum();
        return new TypicalRuntime(mean, (scatter + noise) / (runs.size() + 1));
    }

    @Override
    public InformedModel informed(List<Run> history) {
        return InformedModel.ofContext((runs, seed) -> adapted(runs));
    }

    private AdaptedModel adapted(List<Run> runs) {
        TypicalRuntime known = runs.isEmpty() ? this : of(runs, variance);
        return AdaptedModel.each(run -> Forecast.of(RuntimeDistribution.logNormal(known.mean, known.variance)));
    }
}
