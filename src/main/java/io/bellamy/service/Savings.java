package io.bellamy.service;

import io.bellamy.checking.ObservedJob;
import io.bellamy.data.Dataset;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Costing;
import io.bellamy.job.Deadlines;
import io.bellamy.job.JobName;
import io.bellamy.job.Prices;
import io.bellamy.job.Request;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.job.ScaleOutRange;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Predictor;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Quoted;
import io.bellamy.recommendation.Objective;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.saving.JobSaving;
import io.bellamy.saving.JobSaving.JobDeadline;
import io.bellamy.saving.SavingOutcome;
import io.bellamy.saving.SavingOutcome.Looked;
import io.bellamy.saving.SavingOutcome.NotLooked;
import io.bellamy.saving.SavingsSummary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Looks for clusters that cost jobs less, with the published models. */
public final class Savings {

    private final Workspace workspace;
    private final Predictors predictors;
    private final Costing costing;
    private final Deadlines deadlines;

    /**
     * At some prices.
     *
     * @param costing prices of machine types, and what else is billed; without prices hours of machines of the usual type are counted
     * @param deadlines of jobs
     */
    public Savings(Workspace workspace, Costing costing, Deadlines deadlines) {
        this.workspace = workspace;
        this.predictors = new Predictors(workspace, false);
        this.costing = new Costing(
                costing.prices(),
                costing.spot(),
                costing.charge().or(workspace.configuration().charge()));
        this.deadlines = deadlines;
    }

    /**
     * Looks at the jobs of algorithms; where one fails, the others have their turn all the same.
     *
     * @param told is told which job failed by what, and gives the message
     */
    public SavingsSummary all(String target, Set<String> algorithms, BiFunction<String, Throwable, String> told) {
        List<SavingOutcome> outcomes = new ArrayList<>();
        for (String algorithm : algorithms) {
            try {
                Dataset dataset = predictors.datasets().load(target, algorithm);
                Predictor predictor = predictors.of(new JobName(target, algorithm));
                ObservedJob.of(algorithm, dataset.counts(), dataset.runs())
                        .forEach(job -> outcomes.add(looked(predictor, dataset, job, told)));
            } catch (RuntimeException | Error failure) {
                outcomes.add(new NotLooked(algorithm, told.apply(algorithm, failure)));
            }
        }
        return new SavingsSummary(target, outcomes);
    }

    private SavingOutcome looked(
            Predictor predictor, Dataset dataset, ObservedJob job, BiFunction<String, Throwable, String> told) {
        try {
            return new Looked(saving(predictor, dataset, job));
        } catch (RuntimeException | Error failure) {
            return new NotLooked(job.name(), told.apply(job.name(), failure));
        }
    }

    private JobSaving saving(Predictor predictor, Dataset dataset, ObservedJob job) {
        Run usual = job.usual();
        Optional<String> property = dataset.definitions().withRole(Role.MACHINE_TYPE);
        ScaleOutRange range = UsualRequest.beyond(UsualRequest.known(job.runs()));
        List<Answer> answers = new ArrayList<>();
        for (String type : types(dataset, usual, property)) {
            answers.addAll(predictor.answer(request(job, dataset, range, property, type), false, JobSaving.LEVEL));
        }
        return JobSaving.of(
                job,
                Recommendation.of(
                        answers,
                        new Objective.Cheapest(),
                        costing,
                        workspace.configuration().memory()),
                deadlines.of(job.algorithm()).map(seconds -> new JobDeadline(seconds, deadlines.confidence())));
    }

    /** The machine types that come into question: those that the algorithm ran on and that have a price. */
    private List<String> types(Dataset dataset, Run usual, Optional<String> property) {
        String own = property.map(usual::essential).orElse("");
        Optional<Prices> prices = costing.workers();
        if (prices.isEmpty()) {
            return List.of(own);
        }
        if (prices.get().of(own).isEmpty()) {
            throw new NothingToWorkWithException(
                    own.isEmpty()
                            ? "its machine type is not known, so nobody knows what it costs"
                            : "there is no price for the machine type " + Quoted.of(own) + " that it usually runs on");
        }
        Map<String, String> types = new LinkedHashMap<>();
        types.put(usual.canonical(property.orElseThrow()), own);
        for (Run run : dataset.runs()) {
            String type = run.essential(property.orElseThrow());
            if (prices.get().of(type).isPresent()) {
                types.putIfAbsent(run.canonical(property.orElseThrow()), type);
            }
        }
        return List.copyOf(types.values());
    }

    private Request request(
            ObservedJob job, Dataset dataset, ScaleOutRange range, Optional<String> property, String type) {
        Run usual = job.usual();
        boolean isOwn = property.map(name -> dataset.definitions().same(name, type, usual.essential(name)))
                .orElse(true);
        FeaturePipeline pipeline = workspace.configuration().pipeline();
        Map<String, String> essential = new LinkedHashMap<>();
        pipeline.essentialNames().forEach(name -> usual.property(name)
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> essential.put(name, value)));
        property.filter(name -> !type.isEmpty()).ifPresent(name -> essential.put(name, type));
        return new Request(
                Optional.empty(),
                Optional.of(job.algorithm()),
                range,
                Optional.empty(),
                Optional.empty(),
                essential,
                Map.of(),
                isOwn ? perMachine(dataset, usual) : Map.of(),
                Set.of(),
                Set.of());
    }

    /** What the usual machines have, where their memory matters: of one type there may be several sizes. */
    private static Map<String, String> perMachine(Dataset dataset, Run usual) {
        Map<String, String> amounts = new LinkedHashMap<>();
        if (!dataset.memory().isEmpty()) {
            Stream.of(Role.MEMORY, Role.SLOTS)
                    .flatMap(role -> dataset.definitions().withRole(role).stream())
                    .forEach(name -> usual.properties()
                            .decimal(name)
                            .ifPresent(total -> amounts.put(
                                    name,
                                    total.divide(BigDecimal.valueOf(usual.scaleOut()), MathContext.DECIMAL64)
                                            .stripTrailingZeros()
                                            .toPlainString())));
        }
        return amounts;
    }
}
