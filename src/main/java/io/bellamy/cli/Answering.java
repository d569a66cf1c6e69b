package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.job.Prices;
import io.bellamy.job.Request;
import io.bellamy.job.Wishes;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Explanation;
import io.bellamy.prediction.Predictor;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Problems;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.Objective;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.report.Advice;
import io.bellamy.report.Reply.Answered;
import io.bellamy.request.Asked;
import io.bellamy.request.RequestReader;
import io.bellamy.request.RequestText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The way from the text of a request to its answer. */
final class Answering {

    private final RequestReader reader;
    private final Limits limits;
    private final LoadedModels models;
    private final Wishes wishes;
    private final Optional<Prices> prices;
    private final Extent extent;

    /**
     * How much is answered.
     *
     * @param eachCandidate whether every context in question is answered for, rather than refused
     * @param explained whether it is said how the model sees the choice
     */
    record Extent(boolean eachCandidate, boolean explained) {}

    /**
     * Begins.
     *
     * @param wishes that win over those of the requests
     * @param prices for requests that name none
     */
    Answering(Configuration configuration, LoadedModels models, Wishes wishes, Optional<Prices> prices, Extent extent) {
        this.reader = RequestOptions.reader(configuration);
        this.limits = configuration.limits();
        this.models = models;
        this.wishes = wishes;
        this.prices = prices;
        this.extent = extent;
    }

    Answered answer(RequestText text) {
        Asked asked = reader.read(text.text().get().read(new Problems(limits)));
        if (extent.eachCandidate() && asked.alternatives().size() > 1) {
            throw new InvalidInputException("--each-candidate must not be given with several machine types");
        }
        Wishes wished = wishes.or(asked.wishes());
        Objective objective = Objective.of(wished);
        Optional<Prices> known = asked.prices().or(() -> prices);
        Predictor predictor = models.predictor(asked);
        List<Answer> answers = new ArrayList<>();
        for (Request request : asked.alternatives()) {
            answers.addAll(predictor.answer(request, extent.eachCandidate(), wished.level()));
        }
        Stream<Recommendation> recommendations = extent.eachCandidate()
                ? answers.stream().map(answer -> Recommendation.of(List.of(answer), objective, known))
                : Stream.of(Recommendation.of(answers, objective, known));
        List<Advice> advice = recommendations
                .map(recommendation -> new Advice(recommendation, explanation(predictor, recommendation)))
                .toList();
        return new Answered(text.source(), advice, extent.eachCandidate());
    }

    private Optional<Explanation> explanation(Predictor predictor, Recommendation recommendation) {
        Candidate choice = recommendation.choice();
        return extent.explained()
                ? Optional.of(predictor.explain(choice.answer(), choice.prediction()))
                : Optional.empty();
    }
}
