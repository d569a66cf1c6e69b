package io.bellamy.baseline;

import io.bellamy.evaluation.Method;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.Forecast;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import io.bellamy.model.Trainer;
import io.bellamy.tuning.Seed;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * C3O's way: of several models the one whose error is least when known runs are left out in turn (Will et al.: C3O, IEEE
 * Big Data 2021). The models are {@link CandidateModel}s.
 *
 * @param candidates what is chosen from, the first where they are equal
 */
record C3o(List<CandidateModel> candidates) implements Trainer {

    /** Seconds for a context and a split, measured on C3O on 2 cores. */
    private static final double EFFORT = 0.75;

    C3o {
        candidates = List.copyOf(candidates);
    }

    /** The number of splits that it answers: every set of points needs several fits. */
    static Method method(List<CandidateModel> candidates, int mostSplits) {
        return new Method(
                "c3o",
                "the best by leave-one-out of Ernest, gradient boosting and a scale-out curve that all contexts share",
                mostSplits,
                EFFORT * mostSplits,
                new C3o(candidates));
    }

    @Override
    public TrainedModel train(List<Run> runs, Seed seed, DoubleConsumer progress) {
        ModelSelection selection = new ModelSelection(candidates, SupportGroups.of(runs, seed), seed);
        InformedModel informed = InformedModel.ofContext((points, own) -> {
            CandidateModel.FittedModel best = selection.best(points);
            return AdaptedModel.each(run -> Forecast.of(best.runtime(run)));
        });
        return history -> informed;
    }
}
