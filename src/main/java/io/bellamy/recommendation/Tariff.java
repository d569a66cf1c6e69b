package io.bellamy.recommendation;

import io.bellamy.job.Preferences.Goal;
import io.bellamy.job.Prices;
import io.bellamy.job.Prices.Rate;
import io.bellamy.job.Role;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.problem.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What clusters cost: by prices, or, where there are none, in hours of what is compared. */
sealed interface Tariff {

    /**
     * What there is to go by.
     *
     * @param prices of machine types
     * @throws InvalidInputException where sizes are compared and prices are given
     */
    static Tariff of(List<Answer> answers, Objective objective, Optional<Prices> prices) {
        boolean sizes =
                answers.stream().anyMatch(answer -> !answer.request().compared().isEmpty());
        if (sizes && prices.isPresent()) {
            throw new InvalidInputException(
                    "prices: are those of whole machines, so they can't tell what the sizes that"
                            + " optional_properties_per_node lists cost: ask without prices, then the cheapest is that of the"
                            + " fewest slot-hours");
        }
        boolean oneType = answers.stream().map(Answer::machineType).distinct().count() == 1;
        if (prices.isPresent()) {
            return new OfMachines(prices.get());
        }
        if (objective.goal() != Goal.CHEAPEST || !oneType) {
            return new None();
        }
        return sizes
                ? new OfSlots()
                : new OfMachines(
                        new Prices("machine-h", 0, Map.of(answers.get(0).machineType(), 1.0)));
    }

    /** What a cluster costs, where that is known. */
    Optional<Rate> rate(Answer answer, Prediction prediction);

    /** What costs are counted in. */
    Optional<String> currency();

    /** Nobody knows. */
    record None() implements Tariff {

        @Override
        public Optional<Rate> rate(Answer answer, Prediction prediction) {
            return Optional.empty();
        }

        @Override
        public Optional<String> currency() {
            return Optional.empty();
        }
    }

    /** So much for each machine. */
    record OfMachines(Prices prices) implements Tariff {

        @Override
        public Optional<Rate> rate(Answer answer, Prediction prediction) {
            return prices.rate(answer.machineType(), prediction.scaleOut());
        }

        @Override
        public Optional<String> currency() {
            return Optional.of(prices.currency());
        }
    }

    /** One for each slot and hour. */
    record OfSlots() implements Tariff {

        private static final double HOUR = 3600;

        @Override
        public Optional<Rate> rate(Answer answer, Prediction prediction) {
            OptionalDouble slots = answer.definitions()
                    .withRole(Role.SLOTS)
                    .map(prediction.run().properties()::number)
                    .orElse(OptionalDouble.empty());
            return slots.isPresent() && slots.getAsDouble() > 0
                    ? Optional.of(new Rate(slots.getAsDouble() / HOUR, 0))
                    : Optional.empty();
        }

        @Override
        public Optional<String> currency() {
            return Optional.of("slot-h");
        }
    }
}
