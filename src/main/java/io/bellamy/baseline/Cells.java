package io.bellamy.baseline;

import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Runs that look the same, together: for a method with equal noise on every run their mean, number and scatter say all
 * that the single ones do.
 */
final class Cells {

    private final List<double[]> inputs = new ArrayList<>();
    private final List<Double> means = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private double scatter;

    /** Puts runs together by their features, in the order in which each first comes. */
    static Cells of(List<Run> runs, Features features) {
        Map<List<Double>, List<Run>> groups = new LinkedHashMap<>();
        for (Run run : runs) {
            List<Double> key =
                    DoubleStream.of(features.of(Features.planned(run))).boxed().toList();
            groups.computeIfAbsent(key, input -> new ArrayList<>()).add(run);
        }
        Cells cells = new Cells();
        groups.forEach(cells::add);
        return cells;
    }

    private void add(List<Double> input, List<Run> runs) {
        double mean = runs.stream()
                .mapToDouble(run -> Math.log(run.runtime()))
                .average()
                .orElseThrow();
        inputs.add(input.stream().mapToDouble(Double::doubleValue).toArray());
        means.add(mean);
        counts.add(runs.size());
        for (Run run : runs) {
            double difference = Math.log(run.runtime()) - mean;
            scatter += difference * difference;
        }
    }

    /** How many cells. */
    int size() {
        return inputs.size();
    }

    /** The features of a cell, [columns]. */
    double[] input(int cell) {
        return inputs.get(cell);
    }

    /** The mean of a cell's ln runtimes. */
    double mean(int cell) {
        return means.get(cell);
    }

    /** How many runs are in a cell. */
    int count(int cell) {
        return counts.get(cell);
    }

    /** How many runs are in all of them. */
    int runs() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** The squared differences of all ln runtimes from their cells' means, summed. */
    double scatter() {
        return scatter;
    }
}
