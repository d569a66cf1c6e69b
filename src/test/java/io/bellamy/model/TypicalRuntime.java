package io.bellamy.model;

import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.job.Run;
import io.bellamy.store.ModelCodec;
import io.bellamy.store.StoredFile;
import io.bellamy.tuning.Seed;
import java.util.List;

/**
 * Another kind of model, as small as can be: a run takes about as long as those known, on however many machines.
 *
 * @param mean of ln seconds over all runs
 * @param variance of ln seconds over all runs
 */
public record TypicalRuntime(double mean, double variance) implements TrainedModel {

    /** How it learns. */
    public static final Trainer TRAINER = (runs, seed, progress) -> runs.isEmpty() ? TrainedModel.NOTHING : of(runs, 1);

    private static TypicalRuntime of(List<Run> runs, double noise) {
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
    public AdaptedModel adapt(List<Run> runs, Seed seed) {
        TypicalRuntime known = runs.isEmpty() ? this : of(runs, variance);
        return AdaptedModel.each(run -> Forecast.of(RuntimeDistribution.logNormal(known.mean, known.variance)));
    }

    /** How it is kept. */
    public static final class Codec implements ModelCodec<TypicalRuntime> {

        @Override
        public String file() {
            return "typical.json";
        }

        @Override
        public Class<TypicalRuntime> type() {
            return TypicalRuntime.class;
        }

        @Override
        public Object content(TypicalRuntime model) {
            return model;
        }

        @Override
        public TypicalRuntime read(StoredFile file, Beside beside) {
            return file.as(TypicalRuntime.class);
        }
    }
}
