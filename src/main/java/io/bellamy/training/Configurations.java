package io.bellamy.training;

import io.bellamy.adaptation.CalibrationFit.Measured;
import io.bellamy.job.Context;
import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What was measured, repetitions taken together: every context at every scale-out, in order. Where the same has been run
 * very often, it stands several times, each with some of the runs.
 */
final class Configurations {

    /** Repetitions that stand together; it bounds what the others are padded to. */
    private static final int MOST_RUNS = 8;

    private final List<Context> contexts;
    private final List<Repetitions> all = new ArrayList<>();
    private final double mean;
    private final double deviation;

    /** One of them: the number of its context, its scale-out and its runs. */
    private record Repetitions(int context, int scaleOut, List<Run> runs) {}

    Configurations(List<Context> contexts) {
        this.contexts = List.copyOf(contexts);
        for (int c = 0; c < contexts.size(); c++) {
            Map<Integer, List<Run>> byScaleOut = new TreeMap<>();
            for (Run run : contexts.get(c).runs()) {
                byScaleOut
                        .computeIfAbsent(run.scaleOut(), x -> new ArrayList<>())
                        .add(run);
            }
            for (List<Run> runs : byScaleOut.values()) {
                for (int from = 0; from < runs.size(); from += MOST_RUNS) {
                    List<Run> together = runs.subList(from, Math.min(from + MOST_RUNS, runs.size()));
                    all.add(new Repetitions(c, together.get(0).scaleOut(), together));
                }
            }
        }
        double[] logs = contexts.stream()
                .flatMap(context -> context.runs().stream())
                .mapToDouble(run -> Math.log(run.runtime()))
                .toArray();
        double sum = 0;
        for (double log : logs) {
            sum += log;
        }
        this.mean = sum / logs.length;
        double squares = 0;
        for (double log : logs) {
            squares += (log - mean) * (log - mean);
        }
        double spread = Math.sqrt(squares / logs.length);
        this.deviation = spread > 0 ? spread : 1;
    }

    int size() {
        return all.size();
    }

    List<Context> contexts() {
        return contexts;
    }

    /** The mean of ln seconds over all runs. */
    double mean() {
        return mean;
    }

    /** The deviation of ln seconds over all runs; 1 where there is none. */
    double deviation() {
        return deviation;
    }

    int mostRuns() {
        return all.stream()
                .mapToInt(configuration -> configuration.runs().size())
                .max()
                .orElse(1);
    }

    int context(int row) {
        return all.get(row).context();
    }

    /** A run of a configuration: all have the same properties that matter. */
    Run example(int row) {
        return all.get(row).runs().get(0);
    }

    List<Run> runs(int row) {
        return all.get(row).runs();
    }

    /** The standardised log-runtimes of a configuration, {@code [runs]}. */
    double[] targets(int row) {
        return all.get(row).runs().stream()
                .mapToDouble(run -> (Math.log(run.runtime()) - mean) / deviation)
                .toArray();
    }

    /** How far off predictions are, by increasing scale-out. */
    static List<Measured> measured(List<Run> runs, ToDoubleFunction<Run> logRuntime) {
        Map<Integer, List<Double>> byScaleOut = new TreeMap<>();
        for (Run run : runs) {
            byScaleOut
                    .computeIfAbsent(run.scaleOut(), x -> new ArrayList<>())
                    .add(Math.log(run.runtime()) - logRuntime.applyAsDouble(run));
        }
        return byScaleOut.entrySet().stream()
                .map(entry -> new Measured(entry.getKey(), entry.getValue()))
                .toList();
    }
}
