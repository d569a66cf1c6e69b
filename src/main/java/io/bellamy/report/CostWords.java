package io.bellamy.report;

import io.bellamy.job.Rate;
import io.bellamy.job.ScaleOutUnit;
import io.bellamy.problem.Quoted;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.CostBasis;
import io.bellamy.recommendation.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What costs are made of, in words. */
public final class CostWords {

    private CostWords() {}

    /** A line for each thing beside the prices of a run's machines; none where there is no cost, or nothing else in it. */
    public static List<String> basis(Recommendation recommendation) {
        Candidate choice = recommendation.choice();
        return choice.rate()
                .map(rate -> basis(recommendation, rate, choice.runtime()))
                .orElse(List.of());
    }

    private static List<String> basis(Recommendation recommendation, Rate rate, double runtime) {
        CostBasis basis = recommendation.basis();
        String unit = " " + basis.currency().orElse("");
        List<String> parts = new ArrayList<>();
        if (basis.startup() > 0) {
            parts.add(Words.number(basis.startup()) + " s of start-up (" + Words.cost(rate.ofStartup()) + unit + ")");
        }
        basis.driver()
                .ifPresent(type -> parts.add(
                        "the driver (" + Quoted.plain(type) + ", " + Words.cost(rate.ofDriver(runtime)) + unit + ")"));
        List<String> lines = new ArrayList<>();
        if (!parts.isEmpty()) {
            lines.add("costs: with " + String.join(" and ", parts) + " of the choice");
        }
        basis.spot().ifPresent(day -> lines.add(spot(basis)));
        ofUnit(basis, recommendation.choice()).ifPresent(lines::add);
        return lines;
    }

    private static Optional<String> ofUnit(CostBasis basis, Candidate choice) {
        return otherUnit(basis, choice)
                .map(counted ->
                        "costs: the scale-out counts " + counted + ", and each was taken to have a machine of its own");
    }

    /** The same of one of several things, which may count others. */
    static Optional<String> ofUnits(CostBasis basis, Candidate choice) {
        return otherUnit(basis, choice)
                .map(counted -> "costs: where the scale-out counts " + counted
                        + ", each was taken to have a machine of its own");
    }

    /** What must be told: prices are those of machines, and something else is counted. */
    private static Optional<ScaleOutUnit> otherUnit(CostBasis basis, Candidate choice) {
        return Optional.of(choice.answer().counts())
                .filter(counted -> counted != ScaleOutUnit.MACHINES
                        && !choice.machineType().isEmpty())
                .filter(counted -> !basis.currency().equals(Optional.of(counted.hour())));
    }

    /** The same of costs of several things. */
    static List<String> ofAll(CostBasis basis) {
        List<String> parts = new ArrayList<>();
        if (basis.startup() > 0) {
            parts.add(Words.number(basis.startup()) + " s of start-up");
        }
        basis.driver().ifPresent(type -> parts.add("a driver (" + Quoted.plain(type) + ")"));
        List<String> lines = new ArrayList<>();
        if (!parts.isEmpty()) {
            lines.add("costs: with " + String.join(" and ", parts) + " for each run");
        }
        basis.spot().ifPresent(day -> lines.add(spot(basis)));
        return lines;
    }

    /** What spot prices leave out. */
    private static String spot(CostBasis basis) {
        boolean steady = basis.driver().isPresent() && !basis.driverAtSpot();
        return "costs: at spot prices of " + basis.spot().map(String::valueOf).orElse("")
                + (steady ? ", but for the driver" : "")
                + "; that machines may be taken back is in neither runtimes nor costs";
    }
}
