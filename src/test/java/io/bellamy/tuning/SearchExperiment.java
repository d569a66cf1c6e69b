package io.bellamy.tuning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Searches on a recorded table. The main method prints the rows of the table in docs/SEARCH.md.
 *
 * @param table what comes of every cell
 * @param trials how many a search has at most
 * @param patience how many may be no better in a row
 * @param maxConcurrent how many run side by side, in lockstep
 */
record SearchExperiment(GridTable table, int trials, int patience, int maxConcurrent) {

    private static final int EPOCHS = 2500;
    private static final int GRACE = 1000;
    private static final int TRIALS = 12;

    /** A search to its end. */
    Study run(Sampler sampler, long seed) {
        Study study = new Study(
                table.space(),
                sampler,
                new SuccessiveHalving(new SuccessiveHalving.HalvingOptions(GRACE, 2, EPOCHS)),
                new Study.StudyOptions(seed, trials, patience, OptionalDouble.empty()));
        List<Trial> running = new ArrayList<>();
        while (fill(running, study)) {
            for (Trial trial : List.copyOf(running)) {
                int before = study.results().get(trial.number()).epochs();
                Map.Entry<Integer, Double> next =
                        table.losses(trial.parameters()).higherEntry(before);
                if (study.report(trial, next.getKey(), next.getValue()) == Decision.STOP) {
                    running.remove(trial);
                }
            }
        }
        return study;
    }

    private boolean fill(List<Trial> running, Study study) {
        Optional<Trial> next = running.size() < maxConcurrent ? study.next() : Optional.empty();
        while (next.isPresent()) {
            running.add(next.get());
            next = running.size() < maxConcurrent ? study.next() : Optional.empty();
        }
        return !running.isEmpty();
    }

    /** How far the best loss found is from the best of all, on average over so many seeds. */
    double regret(Sampler sampler, int seeds) {
        return mean(
                        sampler,
                        seeds,
                        study -> study.best().orElseThrow().best().orElseThrow().value())
                - table.optimum();
    }

    private void print(String file, String name, Sampler sampler) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %.3f | %.3f | %.0f |%n",
                Path.of(file).getFileName(),
                maxConcurrent,
                name,
                regret(sampler, 20),
                regret(sampler, 1000),
                mean(sampler, 1000, study -> study.results().stream()
                        .mapToInt(TrialResult::epochs)
                        .sum()));
    }

    private double mean(Sampler sampler, int seeds, ToDoubleFunction<Study> figure) {
        return IntStream.range(0, seeds)
                .mapToObj(seed -> run(sampler, seed))
                .mapToDouble(figure)
                .average()
                .orElseThrow();
    }

    private static TpeSampler tpe(int startup, int candidates, double priorWeight) {
        return new TpeSampler(
                new TpeSampler.TpeOptions(startup, candidates, new ParzenOptions(priorWeight, true, true, false)));
    }

    /** Tables of {@link GridTable}, or the recorded one. */
    public static void main(String[] files) throws IOException {
        Map<String, Sampler> samplers = new LinkedHashMap<>();
        samplers.put("random", new RandomSampler());
        samplers.put("TPE 10, 24, 1", tpe(10, 24, 1));
        samplers.put("TPE 5, 24, 1", tpe(5, 24, 1));
        samplers.put("TPE 4, 3, 2", tpe(4, 3, 2));
        for (String file : files.length == 0 ? new String[] {GridTable.FILE.toString()} : files) {
            GridTable table = GridTable.read(Path.of(file));
            for (int maxConcurrent : new int[] {1, 2, 4, 12}) {
                SearchExperiment experiment = new SearchExperiment(table, TRIALS, TRIALS, maxConcurrent);
                samplers.forEach((name, sampler) -> experiment.print(file, name, sampler));
            }
            for (int patience : new int[] {2, 3, 4, 6}) {
                new SearchExperiment(table, TRIALS, patience, 2).print(file, "patience " + patience, tpe(4, 3, 2));
            }
        }
    }
}
