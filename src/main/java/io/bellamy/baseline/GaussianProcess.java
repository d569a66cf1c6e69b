package io.bellamy.baseline;

import io.bellamy.evaluation.Method;
import io.bellamy.job.Run;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import io.bellamy.model.Trainer;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * A Gaussian process on ln runtime. Its hyperparameters are fitted to the support once; it is conditioned on that, on what
 * came to be known since, and on a question's points.
 */
final class GaussianProcess implements Trainer {

    /** More cells than this are sampled: the time grows with their number's cube. */
    static final int MOST_CELLS = 400;

    private static final double EFFORT = 0.45;

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
        if (cells.size() == 0) {
            return TrainedModel.NOTHING;
        }
        double[] parameters =
                new MarginalLikelihood(cells, CovarianceKernel.beliefs(features.size()), CovarianceKernel::new).best();
        return ProcessPosterior.of(new CovarianceKernel(parameters), cells)
                .map(posterior -> new InformedProcess(features, posterior))
                .<TrainedModel>map(process -> history -> informed(process, since(runs, history)))
                .orElse(TrainedModel.NOTHING);
    }

    /** The runs of a history that the support does not have, the last ones where there are many. */
    private static List<Run> since(List<Run> support, List<Run> history) {
        Set<Run> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(support);
        List<Run> since = history.stream().filter(run -> !known.contains(run)).toList();
        return since.subList(Math.max(0, since.size() - MOST_CELLS), since.size());
    }

    private static InformedModel informed(InformedProcess process, List<Run> since) {
        return (matching, more, seed) -> {
            List<Run> points = new ArrayList<>(since);
            points.addAll(more);
            return process.adapted(points);
        };
    }
}
