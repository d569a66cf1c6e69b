package io.bellamy.recommendation;

import io.bellamy.job.Costing;
import io.bellamy.job.Preferences.Goal;
import io.bellamy.job.Prices;
import io.bellamy.job.Rate;
import io.bellamy.job.Role;
import io.bellamy.job.SpotPrices;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Answer.Prediction;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.problem.Remedy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What clusters cost: by prices, or, where there are none, in hours of what is compared. */
sealed interface Tariff {

    double HOUR = 3600;

    /**
     * What there is to go by.
     *
     * @param costing what is known
     * @throws InvalidInputException where sizes are compared and prices are given, or the driver has no price
     */
    static Tariff of(List<Answer> answers, Objective objective, Costing costing) {
        boolean sizes =
                answers.stream().anyMatch(answer -> !answer.request().compared().isEmpty());
        if (sizes && costing.workers().isPresent()) {
            throw new InvalidInputException(
                    "prices: are those of whole machines, so they can't tell what the sizes that"
                            + " optional_properties_per_node lists cost: ask without prices, then the cheapest is that of the"
                            + " fewest slot-hours");
        }
        boolean oneType = answers.stream().map(Answer::machineType).distinct().count() == 1;
        double startup = costing.charge().seconds();
        if (costing.workers().isPresent()) {
            return priced(costing, costing.workers().get());
        }
        if (objective.goal() != Goal.CHEAPEST || !oneType) {
            return new None();
        }
        if (sizes) {
            return new OfSlots(startup);
        }
        Prices one = new Prices(
                answers.get(0).counts().hour(), 0, Map.of(answers.get(0).machineType(), 1.0));
        return new OfMachines(
                one,
                costing.charge().driver().isPresent() ? 1 / HOUR : 0,
                new CostBasis(
                        Optional.of(one.currency()), startup, costing.charge().driver(), Optional.empty(), false));
    }

    private static Tariff priced(Costing costing, Prices workers) {
        Optional<String> driver = costing.charge().driver();
        Optional<Double> steady = driver.flatMap(type -> costing.prices().flatMap(prices -> prices.of(type)));
        Optional<Double> price = steady.or(() -> driver.flatMap(workers::of));
        Problems problems = new Problems();
        if (driver.isPresent() && price.isEmpty()) {
            throw new InvalidInputException(
                    "prices: there is none for the driver's machine type " + Quoted.of(driver.get())
                            + ": give one (per_hour), or leave the driver out",
                    Remedy.PRICES);
        }
        costing.prices()
                .map(Prices::currency)
                .filter(currency -> steady.isPresent() && !currency.equals(workers.currency()))
                .ifPresent(currency -> problems.add("prices: are in " + currency + ", and spot prices in "
                        + workers.currency() + ": the driver and the other machines must cost the same currency"));
        problems.throwIfAny();
        return new OfMachines(
                workers,
                price.orElse(0.0) / HOUR,
                new CostBasis(
                        Optional.of(workers.currency()),
                        costing.charge().seconds(),
                        driver,
                        costing.spot().map(SpotPrices::date),
                        costing.spot().isPresent() && steady.isEmpty()));
    }

    /** What a cluster costs, where that is known. */
    Optional<Rate> rate(Answer answer, Prediction prediction);

    /** What costs are made of. */
    CostBasis basis();

    /** Nobody knows. */
    record None() implements Tariff {

        @Override
        public Optional<Rate> rate(Answer answer, Prediction prediction) {
            return Optional.empty();
        }

        @Override
        public CostBasis basis() {
            return CostBasis.NONE;
        }
    }

    /** So much for each machine, and for the driver's a second. */
    record OfMachines(Prices prices, double driver, CostBasis basis) implements Tariff {

        @Override
        public Optional<Rate> rate(Answer answer, Prediction prediction) {
            return prices.of(answer.machineType())
                    .map(price -> new Rate(
                            price / HOUR * prediction.scaleOut(), driver, prices.minimumSeconds(), basis.startup()));
        }
    }

    /** One for each slot and hour; how many the driver's machine has, nobody says. */
    record OfSlots(double startup) implements Tariff {

        @Override
        public Optional<Rate> rate(Answer answer, Prediction prediction) {
            OptionalDouble slots = answer.definitions()
                    .withRole(Role.SLOTS)
                    .map(prediction.run().properties()::number)
                    .orElse(OptionalDouble.empty());
            return slots.isPresent() && slots.getAsDouble() > 0
                    ? Optional.of(new Rate(slots.getAsDouble() / HOUR, 0, 0, startup))
                    : Optional.empty();
        }

        @Override
        public CostBasis basis() {
            return new CostBasis(Optional.of("slot-h"), startup, Optional.empty(), Optional.empty(), false);
        }
    }
}
