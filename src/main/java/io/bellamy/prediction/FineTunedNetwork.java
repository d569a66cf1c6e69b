package io.bellamy.prediction;

import io.bellamy.features.FittedPipeline;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.kernel.Network;
import io.bellamy.model.Weights;
import io.bellamy.prediction.Answer.FineTuned;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.training.FineTuning;
import io.bellamy.training.FineTuningOptions;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** The network of the original, fine-tuned. */
final class FineTunedNetwork implements ContextModel {

    private static final int ROWS_AT_ONCE = 1024;

    private final FittedPipeline pipeline;
    private final Weights weights;
    private final FineTuned basis;

    FineTunedNetwork(
            Weights pretrained, FittedPipeline pipeline, List<Run> matching, FineTuningOptions options, Seed seed) {
        this.pipeline = pipeline;
        if (matching.isEmpty()) {
            this.weights = pretrained;
            this.basis = new FineTuned(0, 0, 0, 0, 0, List.of());
            return;
        }
        int scaleOuts = (int) matching.stream().map(Run::scaleOut).distinct().count();
        FineTuning.Result result =
                new FineTuning(pipeline.encode(matching), scaleOuts, options).run(pretrained, seed, (epoch, mae) -> {});
        this.weights = result.weights();
        this.basis =
                new FineTuned(matching.size(), scaleOuts, result.epochs(), result.bestEpoch(), result.mae(), List.of());
    }

    @Override
    public FineTuned basis() {
        return basis;
    }

    @Override
    public List<Prediction> curve(
            List<Integer> scaleOuts,
            IntFunction<PlannedRun> planned,
            IntFunction<Map<Integer, Double>> standIns,
            double level) {
        List<PlannedRun> plans = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int scaleOut : scaleOuts) {
            standIns.apply(scaleOut).forEach((standIn, share) -> {
                plans.add(new PlannedRun(scaleOut, planned.apply(standIn).properties()));
                shares.add(share);
            });
        }
        Map<Integer, Double> curve = new TreeMap<>();
        for (int from = 0; from < plans.size(); from += ROWS_AT_ONCE) {
            List<PlannedRun> part = plans.subList(from, Math.min(from + ROWS_AT_ONCE, plans.size()));
            double[] runtimes = Network.predict(weights, pipeline.inputs(part));
            for (int i = 0; i < runtimes.length; i++) {
                curve.merge(part.get(i).scaleOut(), shares.get(from + i) * runtimes[i], Double::sum);
            }
        }
        return curve.entrySet().stream()
                .map(point -> Prediction.of(planned.apply(point.getKey()), point.getValue()))
                .toList();
    }
}
