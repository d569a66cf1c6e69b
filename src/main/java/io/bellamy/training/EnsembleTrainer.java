package io.bellamy.training;

import ai.djl.ndarray.NDManager;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.features.Property;
import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import io.bellamy.natives.TensorEngine;
import io.bellamy.process.Familiar;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Study;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/**
 * Trains ensembles of small networks.
 *
 * @param features which properties there are
 * @param options how it trains
 * @param companions what is known beside them
 */
public record EnsembleTrainer(FeaturePipeline features, EnsembleOptions options, Companions companions)
        implements SearchableTrainer {

    private static final int STEPS_AT_ONCE = 50;

    /** One that knows no other algorithm. */
    public EnsembleTrainer(FeaturePipeline features, EnsembleOptions options) {
        this(features, options, Companions.NONE);
    }

    @Override
    public SearchableTrainer beside(Companions others) {
        return new EnsembleTrainer(features, options, others);
    }

    @Override
    public boolean canBeTaught() {
        return options.parts() != EnsembleOptions.Parts.NETWORKS;
    }

    /** Who asks them is an algorithm that they have not seen, of which networks know nothing. */
    @Override
    public Optional<SearchableTrainer> together(String algorithm) {
        return Optional.of(new EnsembleTrainer(features.withText(algorithm), options.withSilentNetworks(), companions));
    }

    /** Networks that are not used train so many times shorter. */
    private static final int SPARED = 25;

    /** So many steps tell at least whether they learned anything. */
    private static final int FEWEST_STEPS = 30;

    @Override
    public TrainedModel train(List<Run> runs, Seed seed, DoubleConsumer progress) {
        if (runs.isEmpty()) {
            return history -> InformedModel.ofContext(
                    (points, own) -> points.isEmpty() ? AdaptedModel.NOTHING : AdaptedCurve.withoutPretraining(points));
        }
        try (NDManager manager = TensorEngine.newManager();
                EnsembleTraining training = new EnsembleTraining(
                        manager, NetworkRuns.some(runs, features.essentialNames()), features, options(runs), seed)) {
            int steps = options(runs).steps();
            for (int done = 0; done < steps; done += STEPS_AT_ONCE) {
                training.run(Math.min(STEPS_AT_ONCE, steps - done));
                progress.accept((double) done / steps);
            }
            return JudgedEnsemble.of(training.trained(), features, runs, companions, options.parts())
                    .model();
        }
    }

    @Override
    public Optional<Pretraining.PretrainingResult> search(
            List<Run> runs,
            Study study,
            int maxConcurrent,
            Validation.Metric metric,
            Pretraining.SearchProgress progress,
            Checkpoints checkpoints) {
        return new EnsembleSearch(runs, features, options(runs), companions)
                .run(study, maxConcurrent, metric, progress, checkpoints);
    }

    /** What networks learn is not used where no new job can be made of known parts. */
    private boolean used(List<Run> runs) {
        List<String> texts = Stream.concat(features.essential().stream(), features.optional().stream())
                .filter(property -> !property.numeric())
                .map(Property::name)
                .toList();
        List<List<String>> values = runs.stream()
                .map(run -> texts.stream().map(run::canonical).toList())
                .distinct()
                .toList();
        return switch (options.parts()) {
            case NETWORKS -> true;
            case PROCESS -> false;
            case BOTH -> Familiar.canMeetNewJobs(values);
        };
    }

    /** Of networks that are not used a few must do, and a few steps. */
    private EnsembleOptions options(List<Run> runs) {
        return used(runs)
                ? options
                : options.withFewestNetworks()
                        .withSteps(Math.max(Math.min(FEWEST_STEPS, options.steps()), options.steps() / SPARED));
    }

    @Override
    public int trials(List<Run> runs, int wanted) {
        return used(runs) ? wanted : 1;
    }

    @Override
    public int epochs(List<Run> runs) {
        return options(runs).steps();
    }
}
