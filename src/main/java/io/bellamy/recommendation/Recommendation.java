package io.bellamy.recommendation;

import io.bellamy.job.Costing;
import io.bellamy.job.Role;
import io.bellamy.memory.MemoryLimits;
import io.bellamy.memory.MemoryRisk;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.problem.Remedy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What to choose among all machine types and scale-outs asked about.
 *
 * @param objective what makes one better than another
 * @param basis what costs are made of
 * @param answers what was predicted, for each machine type
 * @param ranking every candidate, the best first, those whose memory will not do last; at least one
 * @param memory how likely what is recommended may be short of memory
 * @param met whether the first meets the limit and its memory will do; where not, none does, and it is the nearest
 */
public record Recommendation(
        Objective objective,
        CostBasis basis,
        List<Answer> answers,
        List<Candidate> ranking,
        MemoryLimits memory,
        boolean met) {

    private static final Comparator<Candidate> LEAST_RISK = Comparator.comparing(
                    (Candidate candidate) -> chance(candidate, MemoryRisk::dying))
            .thenComparing(candidate -> chance(candidate, MemoryRisk::spilling));

    private static double chance(Candidate candidate, Function<MemoryRisk, Optional<Double>> which) {
        return candidate.prediction().memory().flatMap(which).orElse(0.0);
    }

    public Recommendation {
        answers = List.copyOf(answers);
        ranking = List.copyOf(ranking);
    }

    /**
     * Ranks what was predicted.
     *
     * @param answers at least one, which differ in machine type or size
     * @param costing what is known of costs; without prices the cost of one machine type is counted in hours of a machine, or of its slots where sizes
     *     are compared
     * @param memory how likely what is recommended may be short of memory
     * @throws InvalidInputException where a price is missing, or the model can't tell what is asked for
     */
    public static Recommendation of(List<Answer> answers, Objective objective, Costing costing, MemoryLimits memory) {
        requireOneContext(answers);
        Tariff tariff = Tariff.of(answers, objective, costing);
        List<Candidate> candidates = new ArrayList<>();
        for (Answer answer : answers) {
            for (Prediction prediction : answer.predictions()) {
                candidates.add(new Candidate(answer, prediction, tariff.rate(answer, prediction)));
            }
        }
        requireCosts(candidates, objective, tariff);
        requireCertainty(candidates, objective);
        List<Candidate> ranking = new ArrayList<>(objective.rank(candidates));
        // the order of those that are alike in this stays
        boolean none = ranking.stream().noneMatch(candidate -> candidate.fits(memory));
        ranking.sort(none ? LEAST_RISK : Comparator.comparing(candidate -> !candidate.fits(memory)));
        return new Recommendation(
                objective, tariff.basis(), answers, ranking, memory, allows(ranking.get(0), objective, memory));
    }

    private static boolean allows(Candidate candidate, Objective objective, MemoryLimits memory) {
        return candidate.fits(memory)
                && objective.limit().map(limit -> limit.allows(candidate)).orElse(true);
    }

    /** Does a candidate meet the limit, and its memory do? */
    public boolean allows(Candidate candidate) {
        return allows(candidate, objective, memory);
    }

    /** What costs are counted in, where there are any. */
    public Optional<String> currency() {
        return basis.currency();
    }

    /** Those whose memory will not do, in the order of the objective. */
    public List<Candidate> tooSmall() {
        return ranking.stream().filter(candidate -> !candidate.fits(memory)).toList();
    }

    /** What would be recommended if memory were no matter, where that is another one. */
    public Optional<Candidate> passedOver() {
        List<Candidate> tooSmall = tooSmall();
        if (tooSmall.isEmpty() || tooSmall.size() == ranking.size()) {
            return Optional.empty();
        }
        return Optional.of(objective.rank(ranking).get(0)).filter(tooSmall::contains);
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
