package io.bellamy.checking;

import io.bellamy.job.Run;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a job has run since a day.
 *
 * @param job all of it
 * @param expectations what its runs are held against
 * @param asked the first day whose runs were to be checked
 * @param from the first one whose runs were checked
 * @param runs that were checked, the newest last, at least one
 * @param level whether it takes longer than it did, or less long
 * @param growth of data and runtime
 * @param scaling whether more machines have ceased to help
 * @param deadline how long it will hold, where there is one
 */
public record JobCheck(
        ObservedJob job,
        Expectations expectations,
        LocalDate asked,
        LocalDate from,
        List<CheckedRun> runs,
        Optional<LevelMove> level,
        Growth growth,
        Optional<ScalingLoss> scaling,
        Optional<DeadlineCheck> deadline) {

    /** So improbable a number of runs outside of their intervals is no chance. */
    private static final double NO_CHANCE = 0.001;

    /**
     * Which model spoke; it had seen none of the runs that were checked.
     *
     * @param version of the store; absent where it was made for this
     * @param runs that it learned from
     */
    public record Expectations(Optional<String> version, int runs) {}

    public JobCheck {
        runs = List.copyOf(runs);
    }

    /** The mean of |predicted - measured| / measured. */
    public double error() {
        return runs.stream().mapToDouble(CheckedRun::relativeError).average().orElseThrow();
    }

    /** How many runs lay in their intervals, if the model knows how sure it is. */
    public Optional<Integer> inside() {
        return runs.stream().allMatch(run -> run.interval().isPresent())
                ? Optional.of((int) runs.stream().filter(CheckedRun::isInside).count())
                : Optional.empty();
    }

    /** Lay so few runs in their intervals that these can't be relied on? */
    public boolean isSurprising() {
        return inside().filter(inside -> chanceOfSoFew(inside) < NO_CHANCE).isPresent();
    }

    /** The probability that so few runs or fewer lie inside, if the intervals hold. */
    private double chanceOfSoFew(int inside) {
        double chance = 0;
        double logTerm = runs.size() * Math.log1p(-CheckedRun.LEVEL);
        for (int k = 0; k <= inside; k++) {
            chance += Math.exp(logTerm);
            logTerm += Math.log((runs.size() - k) / (k + 1.0) * CheckedRun.LEVEL / (1 - CheckedRun.LEVEL));
        }
        return chance;
    }

    /** Is it another job than it was, or will it miss its deadline? */
    public boolean hasDrifted() {
        return level.isPresent()
                || scaling.isPresent()
                || isSurprising()
                || deadline.flatMap(DeadlineCheck::days).isPresent();
    }

    /** Were there runs that could not be checked, for there were too few before? */
    public boolean beganLate() {
        return job.runs().stream()
                .map(run -> run.measured().orElseThrow())
                .anyMatch(day -> !day.isBefore(asked) && day.isBefore(from));
    }

    /** Its usual run. */
    public Run usual() {
        return job.usual();
    }
}
