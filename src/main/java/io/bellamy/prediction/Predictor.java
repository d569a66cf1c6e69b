package io.bellamy.prediction;

import io.bellamy.data.Dataset;
import io.bellamy.features.FittedPipeline;
import io.bellamy.features.Property;
import io.bellamy.job.History;
import io.bellamy.job.JoinedRuns;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Request;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.Forecast;
import io.bellamy.model.Grounds;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import io.bellamy.prediction.Answer.FilledIn;
import io.bellamy.prediction.Answer.FineTuned;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.prediction.ContextResolver.Resolved;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers requests with a pretrained model and the runs known of its algorithm. */
public final class Predictor {

    /** Of an interval that nobody looks at. */
    private static final double ANY_LEVEL = 0.9;

    private final Model model;
    private final Dataset dataset;
    private final Seed seed;
    private final InformedModel informed;

    /** What there is to say of every answer. */
    private final List<String> general = new ArrayList<>();

    /** What there is to say of intervals, where the model gives any. */
    private final Optional<String> doubt;

    /**
     * A pretrained model.
     *
     * @param origin where it comes from, and how old it is when that is asked
     * @param trained what pretraining made
     * @param pipeline as fitted in pretraining
     * @param about the algorithm asked about, where the model is of several together
     * @param warnings what there is to say of it with every answer
     */
    public record Model(
            Supplier<Answer.ModelOrigin> origin,
            TrainedModel trained,
            FittedPipeline pipeline,
            Optional<String> about,
            List<String> warnings) {

        public Model {
            warnings = List.copyOf(warnings);
        }
    }

    /** So many of the runs that an answer rests on are shown. */
    private static final int MOST_ALIKE = 8;

    public Predictor(Model model, Dataset dataset, long seed) {
        this.model = model;
        this.dataset = dataset;
        this.seed = new Seed(seed).stream("fine-tuning");
        this.informed = usable(() -> model.trained().informed(dataset.known()));
        general.addAll(model.warnings());
        general.addAll(dataset.warnings());
        List<String> essential =
                model.pipeline().essential().stream().map(Property::name).toList();
        this.doubt =
                NoiseEvidence.doubt(dataset.runs(), essential, model.trained().knowsNoise());
    }

    /**
     * Answers a request; with several contexts in question there are several answers.
     *
     * @param everyCandidate whether to answer for every context in question rather than to refuse
     * @param level the probability of the intervals, in (0, 1)
     * @throws io.bellamy.problem.InvalidInputException where blank properties leave several contexts in question
     */
    public List<Answer> answer(Request request, boolean everyCandidate, double level) {
        ContextResolver resolver = new ContextResolver(dataset, model.pipeline());
        List<Resolved> contexts = model.about()
                .map(algorithm -> resolver.resolveNew(request.with(JoinedRuns.ALGORITHM, algorithm), everyCandidate))
                .orElseGet(() -> resolver.resolve(request, everyCandidate));
        return contexts.stream().map(context -> answer(request, context, level)).toList();
    }

    /** What the model says of a run that was measured, adapted to all runs of its context. */
    public Prediction ofMeasured(Run run) {
        Map<String, String> essential = new LinkedHashMap<>();
        model.pipeline()
                .essential()
                .forEach(property -> essential.put(property.name(), run.essential(property.name())));
        PlannedRun planned = new PlannedRun(run.scaleOut(), run.properties());
        AdaptedModel adapted = informed.adapt(new History(dataset.runs()).matching(essential), List.of(), seed);
        return Prediction.of(planned, adapted.forecast(List.of(planned)).get(0), ANY_LEVEL);
    }

    /** Says how the model sees a part of an answer. */
    public Explanation explain(Answer answer, Prediction prediction) {
        AdaptedModel adapted = usable(() -> informed.adapt(answer.runs(), List.of(), seed));
        return new Explainer(model, dataset.definitions())
                .explain(
                        answer.machineType(),
                        prediction.run(),
                        usable(() -> adapted.mostAlike(prediction.run(), MOST_ALIKE)));
    }

    /**
     * Says what one more run of an answer's context would tell, for each scale-out.
     *
     * @param level the probability of the intervals, in (0, 1)
     * @throws InvalidInputException where the model does not know how sure it is
     */
    public List<PossibleRun> measurements(Answer answer, double level) {
        if (answer.predictions().get(0).distribution().isPresent()) {
            return usable(() -> new PossibleRuns(informed, seed, answer, level).all());
        }
        throw new InvalidInputException("this model does not know how sure it is, so nothing can be told of what would"
                + " make it surer: pretrain an ensemble (model_setup.model)");
    }

    private Answer answer(Request request, Resolved context, double level) {
        History history = new History(dataset.runs());
        List<Run> matching = history.matching(context.essential());
        OptionalProperties optional = OptionalProperties.of(model.pipeline(), dataset, request, context.essential());
        AdaptedModel adapted = usable(() -> informed.adapt(matching, List.of(), seed));
        FineTuned fineTuned = matching.isEmpty()
                ? new FineTuned(0, 0, 0, 0, 0, history.excludedBy(context.essential()))
                : usable(() -> fineTuned(adapted, matching));
        List<PlannedRun> planned = request.scaleOuts()
                .values()
                .mapToObj(scaleOut -> optional.planned(scaleOut, context.essential()))
                .toList();
        List<Forecast> forecasts = usable(() -> adapted.forecast(planned));
        List<Prediction> curve = IntStream.range(0, planned.size())
                .mapToObj(i -> Prediction.of(planned.get(i), forecasts.get(i), level))
                .toList();
        if (!Double.isFinite(fineTuned.mae()) || !curve.stream().allMatch(Predictor::isFinite)) {
            throw unusable(new ArithmeticException("a prediction is not finite"));
        }
        List<String> warnings = new ArrayList<>(general);
        doubt.filter(text -> curve.get(0).interval().isPresent()).ifPresent(warnings::add);
        warnings.addAll(new Warnings(model.pipeline(), dataset.definitions())
                .of(request.scaleOuts(), context, optional, curve));
        Optional<Grounds> grounds = usable(() -> adapted.grounds(planned.get(planned.size() / 2)));
        if (matching.isEmpty()) {
            Mismatch mismatch = new Mismatch(dataset.runs(), history);
            warnings.add(
                    grounds.isPresent() ? mismatch.alike(context.essential()) : mismatch.warning(context.essential()));
        }
        List<FilledIn> filledIn = new ArrayList<>(context.filledIn());
        filledIn.addAll(optional.filledIn());
        return new Answer(
                request,
                dataset.target(),
                model.about().orElse(dataset.algorithm()),
                model.origin().get(),
                dataset.digest(),
                context.essential(),
                filledIn,
                fineTuned,
                warnings,
                matching,
                grounds,
                curve,
                dataset.definitions());
    }

    /** What a model gives whose files are as they were saved, but which is none that pretraining makes. */
    private <T> T usable(Supplier<T> work) {
        try {
            return work.get();
        } catch (ArithmeticException noNumbers) {
            throw unusable(noNumbers);
        }
    }

    private DamagedModelException unusable(ArithmeticException cause) {
        return new DamagedModelException(
                "model version " + model.origin().get().version() + " of " + dataset.target() + " "
                        + dataset.algorithm() + " predicts no finite runtime for this request: it is not fit for it",
                cause);
    }

    private static boolean isFinite(Prediction point) {
        return Double.isFinite(point.runtime())
                && point.interval()
                        .map(interval -> Double.isFinite(interval.lower()) && Double.isFinite(interval.upper()))
                        .orElse(true);
    }

    private static FineTuned fineTuned(AdaptedModel adapted, List<Run> runs) {
        int scaleOuts = (int) runs.stream().map(Run::scaleOut).distinct().count();
        return adapted.summary()
                .map(course -> new FineTuned(
                        runs.size(), scaleOuts, course.epochs(), course.bestEpoch(), course.mae(), List.of()))
                .orElseGet(() -> new FineTuned(runs.size(), scaleOuts, 0, 0, error(adapted, runs), List.of()));
    }

    /** The mean absolute error on the runs that were adapted to, seconds. */
    private static double error(AdaptedModel adapted, List<Run> runs) {
        // repetitions are forecast once
        Map<PlannedRun, List<Run>> planned = runs.stream()
                .collect(Collectors.groupingBy(
                        run -> new PlannedRun(run.scaleOut(), run.properties()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Forecast> forecasts = adapted.forecast(List.copyOf(planned.keySet()));
        double sum = 0;
        int i = 0;
        for (List<Run> repetitions : planned.values()) {
            double runtime = forecasts.get(i).runtime();
            sum += repetitions.stream()
                    .mapToDouble(run -> Math.abs(runtime - run.runtime()))
                    .sum();
            i++;
        }
        return sum / runs.size();
    }
}
