package io.bellamy.prediction;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.bellamy.data.Dataset;
import io.bellamy.data.History;
import io.bellamy.features.FittedPipeline;
import io.bellamy.features.Inputs;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Request;
import io.bellamy.job.Run;
import io.bellamy.job.ScaleOutRange;
import io.bellamy.model.Batch;
import io.bellamy.model.BatchLoader;
import io.bellamy.model.ForwardPass;
import io.bellamy.model.Part;
import io.bellamy.model.StackedWeights;
import io.bellamy.model.Weights;
import io.bellamy.prediction.Answer.FilledIn;
import io.bellamy.prediction.Answer.FineTuned;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.prediction.ContextResolver.Resolved;
import io.bellamy.training.FineTuning;
import io.bellamy.training.FineTuningOptions;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Answers requests with a pretrained model and the runs known of its algorithm. */
public final class Predictor {

    private static final int ROWS_AT_ONCE = 1024;

    private final Model model;
    private final Dataset dataset;
    private final FineTuningOptions options;
    private final Seed seed;

    /**
     * A pretrained model.
     *
     * @param version its name in the store
     * @param weights the network
     * @param pipeline as fitted in pretraining
     */
    public record Model(String version, Weights weights, FittedPipeline pipeline) {}

    public Predictor(Model model, Dataset dataset, FineTuningOptions options, long seed) {
        this.model = model;
        this.dataset = dataset;
        this.options = options;
        this.seed = new Seed(seed).stream("fine-tuning");
    }

    /**
     * Answers a request; with several contexts in question there are several answers.
     *
     * @param everyCandidate whether to answer for every context in question rather than to refuse
     * @throws io.bellamy.problem.InvalidInputException where blank properties leave several contexts in question
     */
    public List<Answer> answer(Request request, boolean everyCandidate) {
        ContextResolver resolver = new ContextResolver(dataset.runs(), model.pipeline());
        List<Resolved> contexts = resolver.resolve(request, everyCandidate);
        try (NDManager manager = NDManager.newBaseManager()) {
            return contexts.stream()
                    .map(context -> answer(manager, request, context))
                    .toList();
        }
    }

    private Answer answer(NDManager manager, Request request, Resolved context) {
        History history = new History(dataset.runs());
        List<Run> matching = history.matching(context.essential());
        OptionalProperties optional =
                new OptionalProperties(model.pipeline(), dataset.runs(), request, context.essential());
        Weights weights = model.weights();
        FineTuned fineTuned =
                new FineTuned(0, 0, 0, 0, 0, matching.isEmpty() ? history.excludedBy(context.essential()) : List.of());
        if (!matching.isEmpty()) {
            int scaleOuts =
                    (int) matching.stream().map(Run::scaleOut).distinct().count();
            FineTuning.Result result = new FineTuning(model.pipeline().encode(matching), scaleOuts, options)
                    .run(weights, seed, (epoch, mae) -> {});
            weights = result.weights();
            fineTuned = new FineTuned(
                    matching.size(), scaleOuts, result.epochs(), result.bestEpoch(), result.mae(), List.of());
        }
        List<Prediction> curve = curve(manager, weights, request.scaleOuts(), context, optional);
        List<FilledIn> filledIn = new ArrayList<>(context.filledIn());
        filledIn.addAll(optional.filledIn());
        return new Answer(
                request,
                dataset.target(),
                dataset.algorithm(),
                model.version(),
                context.essential(),
                filledIn,
                fineTuned,
                warnings(request.scaleOuts(), context, optional, fineTuned, curve),
                curve);
    }

    private static Map<String, String> properties(Resolved context, Map<String, String> optional) {
        Map<String, String> properties = new LinkedHashMap<>(context.essential());
        properties.putAll(optional);
        return properties;
    }

    private List<Prediction> curve(
            NDManager manager,
            Weights weights,
            ScaleOutRange scaleOuts,
            Resolved context,
            OptionalProperties optional) {
        List<PlannedRun> plans = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        scaleOuts.values().forEach(scaleOut -> optional.standIns(scaleOut).forEach((standIn, share) -> {
            plans.add(new PlannedRun(scaleOut, properties(context, optional.at(standIn))));
            shares.add(share);
        }));
        Map<Integer, Double> curve = new TreeMap<>();
        for (int from = 0; from < plans.size(); from += ROWS_AT_ONCE) {
            List<PlannedRun> part = plans.subList(from, Math.min(from + ROWS_AT_ONCE, plans.size()));
            double[] runtimes = predict(manager, weights, model.pipeline().inputs(part));
            for (int i = 0; i < runtimes.length; i++) {
                curve.merge(part.get(i).scaleOut(), shares.get(from + i) * runtimes[i], Double::sum);
            }
        }
        return curve.entrySet().stream()
                .map(point -> new Prediction(point.getKey(), point.getValue()))
                .toList();
    }

    /** Runtimes in seconds for rows of inputs, {@code [rows]}. */
    public static double[] predict(NDManager manager, Weights weights, Inputs inputs) {
        try (StackedWeights network = new StackedWeights(manager, List.of(weights))) {
            ForwardPass pass =
                    network.step(network.manager(), EnumSet.noneOf(Part.class)).pass();
            Batch batch = new BatchLoader(inputs, weights.shape()).loadAll(network.manager());
            NDArray codes = pass.encode(batch.vectors(), Optional.empty());
            return pass.runtimes(batch.scaleOuts(), pass.contexts(codes, batch)).toDoubleArray();
        }
    }

    private List<String> warnings(
            ScaleOutRange asked,
            Resolved context,
            OptionalProperties optional,
            FineTuned fineTuned,
            List<Prediction> curve) {
        List<String> warnings = new ArrayList<>();
        FittedPipeline seen = model.pipeline();
        if (asked.least() < seen.leastScaleOut() || asked.most() > seen.mostScaleOut()) {
            warnings.add("scale-outs " + asked.least() + " to " + asked.most()
                    + " go beyond those seen in pretraining, " + seen.leastScaleOut() + " to " + seen.mostScaleOut());
        }
        context.essential().forEach((name, value) -> {
            if (!value.isEmpty() && !seen.hasSeen(name, value)) {
                warnings.add(name + " '" + value + "' was never seen in pretraining");
            }
        });
        optional.unknown(seen).forEach(name -> warnings.add(name + " is unknown for this machine type and left out"));
        if (fineTuned.runs() == 0) {
            warnings.add("no run matches the context, so the pretrained model answers as it is; excluded by "
                    + String.join(", ", fineTuned.excludedBy()));
        }
        if (curve.stream().anyMatch(point -> !(point.runtime() > 0))) {
            warnings.add("the model predicts runtimes that are not above 0 s: it is not fit for this request");
        }
        return warnings;
    }
}
