package io.bellamy.service;

import io.bellamy.imports.StoredStages;
import io.bellamy.job.Costing;
import io.bellamy.job.JobName;
import io.bellamy.job.Preferences;
import io.bellamy.job.Request;
import io.bellamy.memory.MemoryLimits;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Predictor;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Remedy;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.NextRun;
import io.bellamy.recommendation.Objective;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.request.ParsedRequest;
import io.bellamy.request.RequestText;
import io.bellamy.service.Reply.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The way from the text of a request to its answer. Safe for several threads. */
public final class Answering {

    private final Workspace workspace;
    private final AnswerSource predictors;
    private final Asking asking;

    /**
     * What wins over requests, and how much is answered.
     *
     * @param target the data set, where it wins over those of requests
     * @param algorithm the algorithm, where it wins over those of requests
     * @param preferences that win over those of requests
     * @param costing what clusters cost, as far as requests do not say it
     * @param eachCandidate whether every context in question is answered for, rather than refused
     * @param explained whether it is said how the model sees the choice
     */
    public record Asking(
            Optional<String> target,
            Optional<String> algorithm,
            Preferences preferences,
            Costing costing,
            boolean eachCandidate,
            boolean explained) {}

    /**
     * Answers with what wins over requests.
     *
     * @param predictors of the same workspace
     */
    public Answering(Workspace workspace, AnswerSource predictors, Asking asking) {
        this.workspace = workspace;
        this.predictors = predictors;
        this.asking = asking;
    }

    /**
     * Answers a request.
     *
     * @throws InvalidInputException with everything that is wrong with it
     * @throws io.bellamy.problem.NothingToWorkWithException if there is no model or no run of what it asks about
     */
    public Answered answer(RequestText text) {
        ParsedRequest request = read(text);
        boolean each = asking.eachCandidate();
        if (each && request.alternatives().size() > 1) {
            throw new InvalidInputException(
                    "machine_types: only one may be listed where every context in question is asked for",
                    Remedy.ONE_CANDIDATE);
        }
        Preferences preferred = asking.preferences().or(request.preferences());
        Objective objective = Objective.of(preferred);
        Costing known = costing(request);
        MemoryLimits memory = workspace.configuration().memory();
        Predictor predictor = predictors.of(job(request));
        List<Answer> answers = new ArrayList<>();
        for (Request alternative : request.alternatives()) {
            answers.addAll(predictor.answer(alternative, each, preferred.level()));
        }
        Stream<Recommendation> recommendations = each
                ? answers.stream().map(answer -> Recommendation.of(List.of(answer), objective, known, memory))
                : Stream.of(Recommendation.of(answers, objective, known, memory));
        List<Advice> advice = recommendations
                .map(recommendation -> advice(predictor, recommendation))
                .toList();
        return new Answered(text.source(), advice, each);
    }

    /**
     * Says which run is worth measuring.
     *
     * @throws InvalidInputException with everything that is wrong with the request
     * @throws io.bellamy.problem.NothingToWorkWithException if there is no model or no run of what it asks about
     */
    public NextRun suggest(RequestText text) {
        ParsedRequest request = read(text);
        double level = asking.preferences().or(request.preferences()).level();
        Predictor predictor = predictors.of(job(request));
        List<NextRun.OfType> types = new ArrayList<>();
        for (Request alternative : request.alternatives()) {
            Answer answer = predictor.answer(alternative, false, level).get(0);
            types.add(new NextRun.OfType(answer, predictor.measurements(answer, level)));
        }
        return NextRun.of(types, level, workspace.configuration().memory());
    }

    /** Prices of a request win; of what is billed beside the run what was told on the command line does. */
    private Costing costing(ParsedRequest request) {
        Costing costs = request.costing().or(asking.costing());
        return new Costing(
                costs.prices(),
                costs.spot(),
                asking.costing()
                        .charge()
                        .or(request.costing().charge())
                        .or(workspace.configuration().charge()));
    }

    private ParsedRequest read(RequestText text) {
        Problems problems = new Problems(workspace.configuration().limits());
        return workspace.requests().read(text.text().get().read(problems)).withNewestRuns(text.ofNewestRun());
    }

    private JobName job(ParsedRequest request) {
        Optional<String> target = asking.target().or(request::trainingTarget);
        Optional<String> algorithm = asking.algorithm().or(request::algorithm);
        List<String> missing = new ArrayList<>();
        if (target.isEmpty()) {
            missing.add("training_target");
        }
        if (algorithm.isEmpty()) {
            missing.add("algorithm");
        }
        if (!missing.isEmpty()) {
            throw new InvalidInputException(String.join(" and ", missing) + " must be given", Remedy.NAME_JOB);
        }
        return new JobName(target.orElseThrow(), algorithm.orElseThrow());
    }

    private Advice advice(Predictor predictor, Recommendation recommendation) {
        if (!asking.explained()) {
            return new Advice(recommendation, Optional.empty(), Optional.empty(), Optional.empty());
        }
        Candidate choice = recommendation.choice();
        Answer answer = choice.answer();
        return new Advice(
                recommendation,
                Optional.of(predictor.explain(answer, choice.prediction())),
                answer.memory().map(known -> predictor.memoryScores()),
                StoredStages.shares(workspace.dataDir().resolve(answer.trainingTarget()), answer.algorithm()));
    }
}
