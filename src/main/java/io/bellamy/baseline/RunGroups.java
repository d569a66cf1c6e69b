package io.bellamy.baseline;

import io.bellamy.job.Run;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Runs that look the same, together: for a method with equal noise on every run their mean, number and scatter say all
 * that the single ones do.
 */
final class RunGroups {

    private final List<double[]> inputs = new ArrayList<>();
    private final List<Double> means = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private final List<Double> scatters = new ArrayList<>();

    /** Puts runs together by what they look like, in the order in which each first comes. */
    static RunGroups of(List<Run> runs, RunInputs inputs) {
        Map<List<Double>, List<Run>> groups = new LinkedHashMap<>();
        for (Run run : runs) {
            List<Double> key = DoubleStream.of(inputs.of(run)).boxed().toList();
            groups.computeIfAbsent(key, input -> new ArrayList<>()).add(run);
        }
        RunGroups cells = new RunGroups();
        groups.forEach(cells::add);
        return cells;
    }

    /** These cells and, after them, others. */
    RunGroups and(RunGroups others) {
        RunGroups both = new RunGroups();
        for (RunGroups part : List.of(this, others)) {
            for (int cell = 0; cell < part.size(); cell++) {
                both.add(part, cell);
            }
        }
        return both;
    }

    /** The cells with these numbers. */
    RunGroups only(List<Integer> numbers) {
        RunGroups some = new RunGroups();
        numbers.forEach(cell -> some.add(this, cell));
        return some;
    }

    private void add(RunGroups from, int cell) {
        inputs.add(from.inputs.get(cell));
        means.add(from.means.get(cell));
        counts.add(from.counts.get(cell));
        scatters.add(from.scatters.get(cell));
    }

    /** At most a number of cells, the first ones. */
    RunGroups first(int most) {
        return only(IntStream.range(0, Math.min(most, size())).boxed().toList());
    }

    /** At most a number of cells, drawn without replacement and kept in order. */
    RunGroups sample(int most, Seed seed) {
        return only(sampleNumbers(most, seed));
    }

    /** The numbers of at most a number of cells, drawn without replacement, in order. */
    List<Integer> sampleNumbers(int most, Seed seed) {
        RandomGenerator random = seed.stream("cells").generator();
        List<Integer> numbers = new ArrayList<>();
        for (int cell = 0; cell < size(); cell++) {
            // selection sampling (Knuth, The Art of Computer Programming, volume 2, 3.4.2, algorithm S)
            if (random.nextInt(size() - cell) < most - numbers.size()) {
                numbers.add(cell);
            }
        }
        return numbers;
    }

    private void add(List<Double> input, List<Run> runs) {
        double mean = runs.stream()
                .mapToDouble(run -> Math.log(run.runtime()))
                .average()
                .orElseThrow();
        inputs.add(input.stream().mapToDouble(Double::doubleValue).toArray());
        means.add(mean);
        counts.add(runs.size());
        scatters.add(runs.stream()
                .mapToDouble(run -> Math.log(run.runtime()) - mean)
                .map(difference -> difference * difference)
                .sum());
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

    /** The mean of the cells' means; 0 without any. */
    double overallMean() {
        return means.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** How many runs are in all of them. */
    int runs() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** The squared differences of all ln runtimes from their cells' means, summed. */
    double scatter() {
        return scatters.stream().mapToDouble(Double::doubleValue).sum();
    }
}
