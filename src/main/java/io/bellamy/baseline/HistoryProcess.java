package io.bellamy.baseline;

import io.bellamy.evaluation.Method;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import io.bellamy.model.Trainer;
import io.bellamy.tuning.Seed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * A Gaussian process on ln runtime over all runs that are known, of whatever contexts: a curve that all share, offsets and
 * curves of those that share a text, and changes with time. Its hyperparameters are fitted to the support; it is conditioned
 * on the history and on a question's points.
 */
final class HistoryProcess implements Trainer {

    /** Of more known cells the newest count, or a sample where nobody knows when they were. */
    private static final int MOST_KNOWN = 1000;

    private static final double EFFORT = 2;

    static Method method() {
        return new Method(
                "gaussian-process-history",
                "Gaussian process on ln runtime over all runs known: a shared curve, one of each text's own, time",
                Method.ALL_SPLITS,
                EFFORT,
                new HistoryProcess());
    }

    @Override
    public TrainedModel train(List<Run> runs, Seed seed, DoubleConsumer progress) {
        if (runs.isEmpty()) {
            return TrainedModel.NOTHING;
        }
        HistoryInputs inputs = HistoryInputs.fit(runs);
        RunGroups cells = RunGroups.of(runs, inputs).sample(GaussianProcess.MOST_CELLS, seed);
        double[] parameters = new MarginalLikelihood(
                        cells, HistoryKernel.beliefs(inputs), place -> new HistoryKernel(inputs, place))
                .best();
        return history -> informed(inputs.asOf(history), new HistoryKernel(inputs, parameters), history, seed);
    }

    private static InformedModel informed(HistoryInputs inputs, HistoryKernel kernel, List<Run> history, Seed seed) {
        RunGroups all = RunGroups.of(newestFirst(history), inputs);
        boolean dated = history.stream().anyMatch(run -> run.measured().isPresent());
        RunGroups known = dated ? all.first(MOST_KNOWN) : all.sample(MOST_KNOWN, seed);
        Optional<InformedProcess> process = Optional.of(known)
                .filter(cells -> cells.size() > 0)
                .flatMap(cells -> ProcessPosterior.of(kernel, cells))
                .map(posterior -> new InformedProcess(inputs, posterior));
        return (matching, more, own) ->
                process.map(knowing -> knowing.adapted(more)).orElse(AdaptedModel.NOTHING);
    }

    private static List<Run> newestFirst(List<Run> history) {
        return history.stream()
                .sorted(Comparator.comparing((Run run) -> run.measured().orElse(LocalDate.MIN))
                        .reversed())
                .toList();
    }
}
