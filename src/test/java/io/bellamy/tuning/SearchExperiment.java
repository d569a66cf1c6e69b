package io.bellamy.tuning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Searches on a recorded table. The main method prints what is told of them in docs/SEARCH.md.
 *
 * @param table what comes of every cell
 * @param trials how many a search has
 * @param maxConcurrent how many run side by side, in lockstep
 */
record SearchExperiment(GridTable table, int trials, int maxConcurrent) {

    private static final int EPOCHS = 2500;
    private static final int GRACE = 1000;

    /** The best loss that a search finds. */
    double best(Sampler sampler, long seed) {
        Study study = new Study(
                table.space(),
                sampler,
                new SuccessiveHalving(new SuccessiveHalving.Options(GRACE, 2, EPOCHS)),
                new Study.Options(seed, trials, OptionalDouble.empty()));
        List<Trial> running = new ArrayList<>();
        int[] epochs = new int[trials];
        while (fill(running, study)) {
            for (Trial trial : List.copyOf(running)) {
                epochs[trial.number()] = table.losses(trial.parameters()).higherKey(epochs[trial.number()]);
                int epoch = epochs[trial.number()];
                double loss = table.losses(trial.parameters()).get(epoch);
                if (study.report(trial, epoch, loss) == Decision.STOP) {
                    running.remove(trial);
                }
            }
        }
        return study.best().orElseThrow().best().orElseThrow().value();
    }

    private boolean fill(List<Trial> running, Study study) {
        Optional<Trial> next = running.size() < maxConcurrent ? study.next() : Optional.empty();
        while (next.isPresent()) {
            running.add(next.get());
            next = running.size() < maxConcurrent ? study.next() : Optional.empty();
        }
        return !running.isEmpty();
    }

    /** Of so many seeds. */
    List<Double> best(Sampler sampler, int seeds) {
        return IntStream.range(0, seeds)
                .mapToObj(seed -> best(sampler, (long) seed))
                .toList();
    }

    static TpeSampler tpe(int startup) {
        return new TpeSampler(
                new TpeSampler.Options(startup, TpeSampler.Options.DEFAULTS.eiCandidates(), ParzenOptions.DEFAULTS));
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    public static void main(String[] arguments) throws IOException {
        GridTable table = GridTable.read();
        double optimum = table.optimum();
        for (int trials : List.of(12, 20)) {
            for (int maxConcurrent : List.of(1, 2, 4, 12)) {
                SearchExperiment experiment = new SearchExperiment(table, trials, maxConcurrent);
                StringBuilder line = new StringBuilder("trials " + trials + " side by side " + maxConcurrent);
                add(line, "random", experiment, new RandomSampler(), optimum);
                for (int startup : List.of(1, 2, 3, 4, 5, 6, 8, 10)) {
                    add(line, "tpe " + startup, experiment, tpe(startup), optimum);
                }
                System.out.println(line);
            }
        }
    }

    private static void add(
            StringBuilder line, String name, SearchExperiment experiment, Sampler sampler, double optimum) {
        line.append(String.format(
                Locale.ROOT,
                " | %s %.3f %.3f",
                name,
                mean(experiment.best(sampler, 20)) - optimum,
                mean(experiment.best(sampler, 1000)) - optimum));
    }
}
