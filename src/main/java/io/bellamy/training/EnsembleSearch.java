package io.bellamy.training;

import ai.djl.ndarray.NDManager;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Run;
import io.bellamy.tuning.Decision;
import io.bellamy.tuning.Measurement;
import io.bellamy.tuning.Study;
import io.bellamy.tuning.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches for the best ensemble for the runs of an algorithm. Every trial is held against contexts that its networks did
 * not see, and is one ensemble whose networks train side by side.
 */
public final class EnsembleSearch {

    /** A trial is looked at so many times. */
    private static final int LOOKS = 16;

    private final List<Run> runs;
    private final FeaturePipeline pipeline;
    private final EnsembleOptions options;
    private final Map<Integer, Validation> validations = new HashMap<>();
    private Optional<TrainedEnsemble> best = Optional.empty();
    private double bestValue = Double.POSITIVE_INFINITY;
    private int finished;
    private long steps;
    private long spared;

    /**
     * Prepares a search.
     *
     * @param runs of one algorithm, at least one
     * @param options what a trial uses that it does not choose for itself
     */
    public EnsembleSearch(List<Run> runs, FeaturePipeline pipeline, EnsembleOptions options) {
        this.runs = List.copyOf(runs);
        this.pipeline = pipeline;
        this.options = options;
    }

    /**
     * Runs the study to its end.
     *
     * @param metric what the study minimises, over contexts that were not seen
     * @return nothing if no trial ever had a finite value
     */
    public Optional<Pretraining.Result> run(Study study, Validation.Metric metric, Pretraining.Progress progress) {
        try (NDManager manager = NDManager.newBaseManager()) {
            for (Optional<Trial> next = study.next(); next.isPresent(); next = study.next()) {
                run(manager, study, next.get(), metric, progress);
            }
        }
        return best.flatMap(ensemble -> study.best()
                .map(trial -> new Pretraining.Result(
                        new TrainedModel.AdaptableEnsemble(ensemble.ensemble(), ensemble.prior()),
                        pipeline.fit(runs),
                        trial,
                        validations.get(trial.trial().number()),
                        study.results(),
                        Map.copyOf(validations),
                        runs.size(),
                        runs.size(),
                        ensemble.heldOut(pipeline.essentialNames()))));
    }

    private void run(
            NDManager manager, Study study, Trial trial, Validation.Metric metric, Pretraining.Progress progress) {
        Hyperparameters usual = new Hyperparameters(0, options.learningRate(), options.weightDecay());
        EnsembleOptions own = options.with(usual.with(trial.parameters()));
        int stride = Math.max(1, own.steps() / LOOKS);
        try (EnsembleTraining training =
                new EnsembleTraining(manager, runs, pipeline, own, study.seedOf(trial.number()))) {
            int done = 0;
            Decision decision = Decision.CONTINUE;
            while (decision == Decision.CONTINUE) {
                int more = Math.min(stride, own.steps() - done);
                training.run(more);
                done += more;
                steps += more;
                TrainedEnsemble now = training.trained();
                Validation validation = now.validation();
                double value = validation.metric(metric);
                decision = study.report(trial, done, value);
                Optional<Measurement> bestOfTrial =
                        study.results().get(trial.number()).best();
                int epoch = done;
                if (bestOfTrial.filter(m -> m.epoch() == epoch).isPresent()) {
                    validations.put(trial.number(), validation);
                }
                if (value < bestValue) {
                    bestValue = value;
                    best = Optional.of(now);
                }
                progress.update(finished, 1, steps, spared);
            }
            finished++;
            spared += own.steps() - done;
        }
    }
}
