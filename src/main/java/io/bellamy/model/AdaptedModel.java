package io.bellamy.model;

import io.bellamy.job.PlannedRun;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A model adapted to the runs of a context. Safe for several threads. */
@FunctionalInterface
public interface AdaptedModel {

    /** Forecasts nothing. */
    AdaptedModel NOTHING = each(run -> Forecast.NONE);

    /**
     * How long runs of the context take.
     *
     * @return a forecast for each, in order, which does not depend on the others
     */
    List<Forecast> forecast(List<PlannedRun> planned);

    /** What the forecast of a run rests on; empty where that is the runs of the context alone. */
    default Optional<Grounds> grounds(PlannedRun run) {
        return Optional.empty();
    }

    /** The runs that are most alike to a run, the most alike first; none where all runs of the context count the same. */
    default List<AlikeRun> mostAlike(PlannedRun run, int most) {
        return List.of();
    }

    /** How it was fine-tuned; empty where it was adapted in closed form. */
    default Optional<FineTuningSummary> summary() {
        return Optional.empty();
    }

    /**
     * How fine-tuning went.
     *
     * @param epochs how many were run
     * @param bestEpoch the one whose weights answer, from 1
     * @param mae its mean absolute error on the runs that were adapted to, seconds
     */
    record FineTuningSummary(int epochs, int bestEpoch, double mae) {}

    /** One that forecasts run by run. */
    static AdaptedModel each(Function<PlannedRun, Forecast> forecast) {
        return planned -> planned.stream().map(forecast).toList();
    }
}
