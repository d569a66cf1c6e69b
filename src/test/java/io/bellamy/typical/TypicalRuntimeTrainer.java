package io.bellamy.typical;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Run;
import io.bellamy.model.TrainedModel;
import io.bellamy.training.Checkpoints;
import io.bellamy.training.Pretraining;
import io.bellamy.training.SearchRecord;
import io.bellamy.training.SearchableTrainer;
import io.bellamy.training.Validation;
import io.bellamy.tuning.Decision;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Study;
import io.bellamy.tuning.Trial;
import io.bellamy.tuning.TrialResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Learns how long runs take; there is nothing to choose, so all trials of a search are alike. */
public record TypicalRuntimeTrainer(FeaturePipeline features) implements SearchableTrainer {

    @Override
    public TrainedModel train(List<Run> runs, Seed seed, DoubleConsumer progress) {
        return runs.isEmpty() ? TrainedModel.NOTHING : TypicalRuntime.of(runs, 1);
    }

    @Override
    public Optional<Pretraining.PretrainingResult> search(
            List<Run> runs,
            Study study,
            int maxConcurrent,
            Validation.Metric metric,
            Pretraining.SearchProgress progress,
            Checkpoints checkpoints) {
        TypicalRuntime model = TypicalRuntime.of(runs, 1);
        Validation validation = new Validation(Math.sqrt(model.variance()), 1, 1);
        for (Optional<Trial> next = study.next(); next.isPresent(); next = study.next()) {
            int epoch = 1;
            while (study.report(next.get(), epoch, validation.metric(metric)) != Decision.STOP) {
                epoch++;
            }
        }
        TrialResult best = study.best().orElseThrow();
        SearchRecord record = new SearchRecord(
                best, validation, study.results(), Map.of(best.trial().number(), validation), runs.size(), runs.size());
        return Optional.of(new Pretraining.PretrainingResult(model, features.fit(runs), record, List.of()));
    }

    @Override
    public int epochs(List<Run> runs) {
        return 1;
    }
}
