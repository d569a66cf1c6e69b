package io.bellamy.checking;

import io.bellamy.job.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A job that more machines made faster, and do no longer.
 *
 * @param least machines that it ran on since
 * @param most machines that it ran on since
 * @param before the runtime on most machines to that on least, as the runs before had it
 * @param since the same as it has been since
 */
public record ScalingLoss(int least, int most, double before, double since) {

    private static final int FEWEST = 6;
    private static final int FEWEST_OF_A_SCALE_OUT = 2;
    private static final double BEYOND_DOUBT = 4;
    private static final double LEAST_SCATTER = 0.02;

    /** By how much the ln of a runtime falls with that of the machines, where these help at all. */
    private static final double HELPED = -0.15;

    /** Where they don't: twice as many make it less than 4 % faster. */
    private static final double HELPS_NOT = -0.05;

    /**
     * Compares.
     *
     * @param runs since a day
     * @param differences ln of what each took to what it was expected to take before that day
     * @param expected ln of the expected runtime on the most machines of these runs to that on the least
     */
    static Optional<ScalingLoss> of(List<Run> runs, List<Double> differences, double expected) {
        long scaleOuts =
                runs.stream().collect(Collectors.groupingBy(Run::scaleOut, Collectors.counting())).values().stream()
                        .filter(count -> count >= FEWEST_OF_A_SCALE_OUT)
                        .count();
        if (runs.size() < FEWEST || scaleOuts < 2) {
            return Optional.empty();
        }
        int least = least(runs);
        int most = most(runs);
        double range = Math.log((double) most / least);
        double[] machines =
                runs.stream().mapToDouble(run -> Math.log(run.scaleOut())).toArray();
        double[] slopes = IntStream.range(0, machines.length)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, i)
                        .filter(j -> machines[i] != machines[j])
                        .mapToDouble(j -> (differences.get(i) - differences.get(j)) / (machines[i] - machines[j])))
                .toArray();
        double slope = DaySeries.median(slopes);
        double[] levels = IntStream.range(0, machines.length)
                .mapToDouble(i -> differences.get(i) - slope * machines[i])
                .toArray();
        double scatter = Math.max(LEAST_SCATTER, DaySeries.distances(levels) / levels.length * Math.sqrt(Math.PI / 2));
        double mean = DoubleStream.of(machines).average().orElseThrow();
        double spread = Math.sqrt(
                DoubleStream.of(machines).map(x -> (x - mean) * (x - mean)).sum());
        double before = expected / range;
        boolean lost = before <= HELPED && before + slope >= HELPS_NOT && slope * spread / scatter >= BEYOND_DOUBT;
        return lost
                ? Optional.of(new ScalingLoss(least, most, Math.exp(expected), Math.exp(expected + slope * range)))
                : Optional.empty();
    }

    static int least(List<Run> runs) {
        return runs.stream().mapToInt(Run::scaleOut).min().orElseThrow();
    }

    static int most(List<Run> runs) {
        return runs.stream().mapToInt(Run::scaleOut).max().orElseThrow();
    }
}
