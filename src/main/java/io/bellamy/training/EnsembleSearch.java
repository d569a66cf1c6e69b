package io.bellamy.training;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Study;
import io.bellamy.tuning.Trial;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Searches for the best ensemble for the runs of an algorithm. Every trial is one ensemble and is held against contexts
 * that its networks did not see; the division into folds is the study's, so that trials are compared on the same ones.
 */
final class EnsembleSearch {

    /** How often a trial is looked at, roughly. */
    private static final int LOOKS = 16;

    private final List<Run> runs;
    private final FeaturePipeline pipeline;
    private final EnsembleOptions options;
    private final Companions companions;

    /**
     * Prepares a search.
     *
     * @param runs of one algorithm, at least one
     * @param options what a trial uses that it does not choose for itself
     * @param companions what is known beside them
     */
    EnsembleSearch(List<Run> runs, FeaturePipeline pipeline, EnsembleOptions options, Companions companions) {
        this.companions = companions;
        this.runs = List.copyOf(runs);
        this.pipeline = pipeline;
        this.options = options;
    }

    /** Trials that train ensembles. */
    private record Trials(FoldedRuns runs, EnsembleOptions options) implements TrialTraining<RunningEnsemble> {

        @Override
        public RunningEnsemble start(Trial trial, Seed seed) {
            return RunningEnsemble.start(trial, seed);
        }

        @Override
        public RunningEnsemble resume(Trial trial, Seed seed, ByteBuffer packed) {
            PackedWeights.requireSize(packed, Integer.BYTES + EnsembleTraining.packedSize(runs, options));
            return RunningEnsemble.resume(trial, seed, packed);
        }

        @Override
        public TrialGroup<RunningEnsemble> stack(List<RunningEnsemble> slots) {
            return new EnsembleGroup(slots, runs, options, Math.max(1, options.steps() / LOOKS));
        }
    }

    /**
     * Runs the study to its end.
     *
     * @param maxConcurrent how many trials train side by side at most
     * @param metric what the study minimises, over contexts that were not seen
     * @return nothing if no trial ever had a finite value
     */
    Optional<Pretraining.PretrainingResult> run(
            Study study,
            int maxConcurrent,
            Validation.Metric metric,
            Pretraining.SearchProgress progress,
            Checkpoints checkpoints) {
        FoldedRuns folded = new FoldedRuns(
                NetworkRuns.some(runs, pipeline.essentialNames()),
                pipeline,
                options.folds(),
                study.seed().stream("folds"));
        TrialSearch.TrialSearchOptions how = new TrialSearch.TrialSearchOptions(maxConcurrent, metric, options.steps());
        return new TrialSearch<>(new Trials(folded, options), study, how, progress, checkpoints)
                .run()
                .map(found -> {
                    JudgedEnsemble best = JudgedEnsemble.of(
                            EnsembleTraining.trained(folded, options, found.model()),
                            pipeline,
                            runs,
                            companions,
                            options.parts());
                    return new Pretraining.PretrainingResult(
                            best.model(),
                            pipeline.fit(runs),
                            found.record(study, runs.size(), runs.size()),
                            best.heldOut());
                });
    }
}
