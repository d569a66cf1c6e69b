package io.bellamy.recommendation;

import io.bellamy.job.Prices;
import io.bellamy.job.Role;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.problem.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What to choose among all machine types and scale-outs asked about.
 *
 * @param objective what makes one better than another
 * @param currency of the costs, where there are any
 * @param answers what was predicted, for each machine type
 * @param ranking every candidate, the best first, at least one
 * @param met whether the first meets the limit; where it does not, none does, and it is the nearest
 */
public record Recommendation(
        Objective objective, Optional<String> currency, List<Answer> answers, List<Candidate> ranking, boolean met) {

    public Recommendation {
        answers = List.copyOf(answers);
        ranking = List.copyOf(ranking);
    }

    /**
     * Ranks what was predicted.
     *
     * @param answers at least one, which differ in machine type or size
     * @param prices without them the cost of one machine type is counted in hours of a machine, or of its slots where sizes
     *     are compared
     * @throws InvalidInputException where a price is missing, or the model can't tell what is asked for
     */
    public static Recommendation of(List<Answer> answers, Objective objective, Optional<Prices> prices) {
        requireOneContext(answers);
        Tariff tariff = Tariff.of(answers, objective, prices);
        List<Candidate> candidates = new ArrayList<>();
        for (Answer answer : answers) {
            for (Prediction prediction : answer.predictions()) {
                candidates.add(new Candidate(answer, prediction, tariff.rate(answer, prediction)));
            }
        }
        requireCosts(candidates, objective, tariff);
        requireCertainty(candidates, objective);
        List<Candidate> ranking = objective.rank(candidates);
        boolean met =
                objective.limit().map(limit -> limit.allows(ranking.get(0))).orElse(true);
        return new Recommendation(objective, tariff.currency(), answers, ranking, met);
    }

    /** The best one, or, where none meets the limit, the nearest. */
    public Candidate choice() {
        return ranking.get(0);
    }

    /** Machine types are compared on the same job; what was filled in for each could make them different ones. */
    private static void requireOneContext(List<Answer> answers) {
        Answer first = answers.get(0);
        Problems problems = new Problems();
        Optional<String> machineType = first.definitions().withRole(Role.MACHINE_TYPE);
        first.context().forEach((name, value) -> answers.stream()
                .filter(other -> !machineType.equals(Optional.of(name))
                        && !first.definitions()
                                .same(name, value, other.context().get(name)))
                .findFirst()
                .ifPresent(
                        other -> problems.add("essential_properties: " + name + " must be given: the runs known leave "
                                + Quoted.of(value) + " on " + Quoted.plain(first.machineType()) + " and "
                                + Quoted.of(other.context().get(name)) + " on " + Quoted.plain(other.machineType()))));
        problems.throwIfAny();
    }

    private static void requireCosts(List<Candidate> candidates, Objective objective, Tariff tariff) {
        String missing = candidates.stream()
                .filter(candidate -> candidate.rate().isEmpty())
                .map(Candidate::machineType)
                .distinct()
                .map(Quoted::of)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty() && tariff instanceof Tariff.OfSlots) {
            throw new InvalidInputException(
                    "optional_properties_per_node: the slots of a machine must be given for sizes"
                            + " to be compared by what they cost");
        }
        if (objective.needsPrices() && !missing.isEmpty()) {
            throw new InvalidInputException(
                    "prices: there is none for " + missing + ": give one in the request (prices.per_hour)",
                    Remedy.PRICES);
        }
    }

    private static void requireCertainty(List<Candidate> candidates, Objective objective) {
        boolean asked = objective.limit().flatMap(Limit::confidence).isPresent();
        boolean known = candidates.stream()
                .allMatch(candidate -> candidate.prediction().distribution().isPresent());
        if (asked && !known) {
            throw new InvalidInputException("confidence: this model does not know how sure it is: ask without it, or"
                    + " pretrain an ensemble (model_setup.model)");
        }
    }
}
