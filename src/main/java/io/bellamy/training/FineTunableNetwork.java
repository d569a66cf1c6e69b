package io.bellamy.training;

import io.bellamy.autoencoder.Network;
import io.bellamy.features.FittedPipeline;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.Forecast;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import io.bellamy.model.Weights;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The network of the original, which is fine-tuned to a context.
 *
 * @param weights as pretrained
 * @param pipeline as fitted in pretraining
 * @param options how it is fine-tuned
 */
public record FineTunableNetwork(Weights weights, FittedPipeline pipeline, FineTuningOptions options)
        implements TrainedModel {

    private static final int ROWS_AT_ONCE = 1024;

    @Override
    public InformedModel informed(List<Run> history) {
        return InformedModel.ofContext(this::adapted);
    }

    private AdaptedModel adapted(List<Run> runs, Seed seed) {
        return runs.isEmpty()
                ? new Adapted(pipeline, weights, Optional.empty())
                : Adapted.of(pipeline, fineTuning(pipeline, runs, options).run(weights, seed, (epoch, mae) -> {}));
    }

    /** The way to adapt a network to runs, at least one. */
    static FineTuning fineTuning(FittedPipeline pipeline, List<Run> runs, FineTuningOptions options) {
        int scaleOuts = (int) runs.stream().map(Run::scaleOut).distinct().count();
        return new FineTuning(pipeline.encode(runs), scaleOuts, options);
    }

    @Override
    public List<String> views(String property, PlannedRun run) {
        return run.properties().text(property).stream()
                .map(value -> pipeline.encoder(property).view(value))
                .toList();
    }

    /** The network after fine-tuning. */
    record Adapted(FittedPipeline pipeline, Weights weights, Optional<FineTuningSummary> summary)
            implements AdaptedModel {

        static Adapted of(FittedPipeline pipeline, FineTuning.FineTuningResult result) {
            return new Adapted(
                    pipeline,
                    result.weights(),
                    Optional.of(new FineTuningSummary(result.epochs(), result.bestEpoch(), result.mae())));
        }

        /** Where others stand in for the properties of a run, it is the mean of theirs. */
        @Override
        public List<Forecast> forecast(List<PlannedRun> planned) {
            double[] sums = new double[planned.size()];
            List<PlannedRun> asked = new ArrayList<>();
            List<Integer> owners = new ArrayList<>();
            List<Double> shares = new ArrayList<>();
            for (int i = 0; i < sums.length; i++) {
                PlannedRun run = planned.get(i);
                List<PlannedRun.StandIn> standIns = run.standIns().isEmpty()
                        ? List.of(new PlannedRun.StandIn(run.properties(), 1))
                        : run.standIns();
                for (PlannedRun.StandIn standIn : standIns) {
                    asked.add(new PlannedRun(run.scaleOut(), standIn.properties()));
                    owners.add(i);
                    shares.add(standIn.share());
                }
            }
            for (int from = 0; from < asked.size(); from += ROWS_AT_ONCE) {
                List<PlannedRun> part = asked.subList(from, Math.min(from + ROWS_AT_ONCE, asked.size()));
                double[] runtimes = Network.predict(weights, pipeline.inputs(part));
                for (int i = 0; i < runtimes.length; i++) {
                    sums[owners.get(from + i)] += shares.get(from + i) * runtimes[i];
                }
            }
            List<Forecast> forecasts = new ArrayList<>();
            for (double sum : sums) {
                forecasts.add(Forecast.of(sum));
            }
            return forecasts;
        }
    }
}
