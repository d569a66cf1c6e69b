package io.bellamy.prediction;

import io.bellamy.data.Dataset;
import io.bellamy.features.FittedPipeline;
import io.bellamy.features.Property;
import io.bellamy.job.History;
import io.bellamy.job.JoinedRuns;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Request;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.memory.MemoryNeed;
import io.bellamy.memory.MemoryScores;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.Forecast;
import io.bellamy.model.Grounds;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import io.bellamy.prediction.Answer.FilledIn;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.prediction.ContextResolver.Resolved;
import io.bellamy.prediction.KnownContexts.KnownContext;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Answers requests with a pretrained model and the runs known of its algorithm: one model and one history, as they were when
 * they were loaded. What can be known of both before a request is, is found out once. Safe for several threads.
 */
public final class Predictor {

    /** Of an interval that nobody looks at. */
    private static final double ANY_LEVEL = 0.9;

    private final Model model;
    private final Dataset dataset;
    private final Seed seed;
    private final InformedModel informed;
    private final History history;
    private final SeenValues seen;
    private final KnownContexts contexts;
    private final KnownMachines machines;
    private final ContextResolver resolver;
    private final LearnedMemory memory;
    private final DaysOfRuns days;

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
        this.history = new History(dataset.runs());
        this.seen = new SeenValues(model.pipeline(), dataset.definitions());
        this.contexts = new KnownContexts(informed, this.seed, dataset.definitions(), history);
        this.machines = new KnownMachines(dataset.definitions(), dataset.runs(), history);
        this.resolver = new ContextResolver(dataset, history, model.pipeline(), seen);
        this.memory = new LearnedMemory(dataset);
        this.days = new DaysOfRuns(dataset.runs(), model.trained().knowsDays());
        general.addAll(model.warnings());
        general.addAll(dataset.warnings());
        days.warning().filter(text -> model.trained().knowsNoise()).ifPresent(general::add);
        general.addAll(MemoryNeed.warnings(dataset.memory(), dataset.definitions()));
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
        AdaptedModel adapted = contexts.adapted(history.matching(essential));
        return Prediction.of(planned, adapted.forecast(List.of(planned)).get(0), ANY_LEVEL, Optional.empty());
    }

    /** Says how the model sees a part of an answer. */
    public Explanation explain(Answer answer, Prediction prediction) {
        AdaptedModel adapted = usable(() -> contexts.adapted(answer.runs()));
        return new Explainer(model, seen)
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
        KnownContext known = usable(() -> contexts.of(context.essential()));
        AdaptedModel adapted = known.adapted();
        OptionalProperties optional =
                OptionalProperties.of(model.pipeline().optional(), seen, machines, request, context.essential());
        List<PlannedRun> planned = optional.planned(request.scaleOuts().values(), context.essential(), request.day());
        List<Forecast> forecasts = usable(() -> adapted.forecast(planned));
        Optional<MemoryNeed> need = memory.need();
        need.flatMap(fit -> fit.objection(planned.get(0), dataset.counts())).ifPresent(wrong -> {
            throw new InvalidInputException(
                    dataset.definitions().withRole(Role.MEMORY).orElse("memory") + ": " + wrong);
        });
        List<Prediction> curve = IntStream.range(0, planned.size())
                .mapToObj(i -> Prediction.of(
                        planned.get(i), forecasts.get(i), level, need.flatMap(fit -> fit.risk(planned.get(i)))))
                .toList();
        if (!Double.isFinite(known.fineTuned().mae()) || !curve.stream().allMatch(Predictor::isFinite)) {
            throw unusable(new ArithmeticException("a prediction is not finite"));
        }
        List<String> warnings = new ArrayList<>(general);
        doubt.filter(text -> curve.get(0).interval().isPresent()).ifPresent(warnings::add);
        warnings.addAll(new Warnings(model.pipeline(), seen, dataset.definitions(), dataset.counts())
                .of(request.scaleOuts(), context, optional, curve));
        warnings.addAll(new UnseenAmounts(machines, dataset.counts())
                .warnings(model.pipeline().optional(), context.essential(), planned));
        request.day().map(days::warnings).ifPresent(warnings::addAll);
        need.flatMap(fit -> fit.silence(planned.get(0), dataset.counts()))
                .ifPresent(why -> warnings.add("nothing is said of whether it fits into memory, " + why));
        Optional<Grounds> grounds = usable(() -> adapted.grounds(planned.get(planned.size() / 2)));
        grounds.flatMap(Grounds::possibleChange).ifPresent(change -> warnings.add(DaysOfRuns.warning(change)));
        if (known.runs().isEmpty()) {
            Mismatch mismatch = new Mismatch(dataset.runs(), history);
            warnings.add(
                    grounds.isPresent() ? mismatch.alike(context.essential()) : mismatch.warning(context.essential()));
        }
        List<FilledIn> filledIn = new ArrayList<>(context.filledIn());
        filledIn.addAll(optional.filledIn(dataset.counts()));
        return new Answer(
                request,
                dataset.target(),
                model.about().orElse(dataset.algorithm()),
                model.origin().get(),
                dataset.digest(),
                context.essential(),
                filledIn,
                known.fineTuned(),
                warnings,
                known.runs(),
                grounds,
                curve,
                dataset.definitions(),
                dataset.counts(),
                need);
    }

    /** How good probabilities of being short of memory are on runs that had no part in them. */
    public MemoryScores memoryScores() {
        return memory.scores();
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
}
