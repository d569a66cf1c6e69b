package io.bellamy.imports;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Where the time of a job's runs goes that does not shrink with more machines, as shares of the time from the start of a run to
 * its end. What is left over is tasks that more machines would share.
 *
 * @param runs how many runs tell it
 * @param scaleOut of these, the mean
 * @param waiting until the first executor was there
 * @param driver without a task for other reasons: the driver plans, reads lists of files, writes or waits
 * @param tasks no stage takes less than one of its tasks, as long as the median of them
 * @param skew by how much more the longest task of each stage takes
 * @param longest the stage of the newest run whose longest task takes most, if any is known
 */
public record TimeShares(
        int runs,
        double scaleOut,
        double waiting,
        double driver,
        double tasks,
        double skew,
        Optional<FixedStage> longest) {

    /**
     * A stage.
     *
     * @param name as the log has it
     * @param share what its longest task takes
     */
    public record FixedStage(String name, double share) {}

    /** All that does not shrink. */
    public double fixed() {
        return waiting + driver + tasks + skew;
    }

    /** The mean over runs, at least one. */
    static TimeShares mean(List<TimeShares> all) {
        return new TimeShares(
                all.size(),
                mean(all, TimeShares::scaleOut),
                mean(all, TimeShares::waiting),
                mean(all, TimeShares::driver),
                mean(all, TimeShares::tasks),
                mean(all, TimeShares::skew),
                // that of the newest run, which is the first
                all.get(0).longest());
    }

    private static double mean(List<TimeShares> all, ToDoubleFunction<TimeShares> share) {
        return all.stream().mapToDouble(share).average().orElse(0);
    }
}
