package io.bellamy.prediction;

import io.bellamy.job.History;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.Forecast;
import io.bellamy.model.InformedModel;
import io.bellamy.numerics.Remembered;
import io.bellamy.prediction.Answer.FineTuned;
import io.bellamy.tuning.Seed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A model adapted to the contexts that are asked about; those asked about again are remembered. Safe for several threads. */
final class KnownContexts {

    private static final int MOST = 1000;

    private final InformedModel informed;
    private final Seed seed;
    private final PropertyDefinitions definitions;
    private final History history;
    private final Remembered<Map<String, String>, KnownContext> known = new Remembered<>(MOST);

    /**
     * A context that there are runs of.
     *
     * @param runs they
     * @param adapted to them
     * @param fineTuned how
     */
    record KnownContext(List<Run> runs, AdaptedModel adapted, FineTuned fineTuned) {}

    KnownContexts(InformedModel informed, Seed seed, PropertyDefinitions definitions, History history) {
        this.informed = informed;
        this.seed = seed;
        this.definitions = definitions;
        this.history = history;
    }

    /** The context with these values. */
    KnownContext of(Map<String, String> essential) {
        List<Run> runs = history.matching(essential);
        if (runs.isEmpty()) {
            // there is no end of these, and nothing that could be remembered
            return new KnownContext(runs, adapted(runs), new FineTuned(0, 0, 0, 0, 0, history.excludedBy(essential)));
        }
        Map<String, String> spelled = new LinkedHashMap<>();
        essential.forEach((name, text) -> spelled.put(name, definitions.canonical(name, text)));
        return known.of(spelled, same -> {
            AdaptedModel adapted = adapted(runs);
            return new KnownContext(runs, adapted, fineTuned(adapted, runs));
        });
    }

    /** The model adapted to runs. */
    AdaptedModel adapted(List<Run> runs) {
        return informed.adapt(runs, List.of(), seed);
    }

    private static FineTuned fineTuned(AdaptedModel adapted, List<Run> runs) {
        int scaleOuts = (int) runs.stream().map(Run::scaleOut).distinct().count();
        return adapted.summary()
                .map(course -> new FineTuned(
                        runs.size(), scaleOuts, course.epochs(), course.bestEpoch(), course.mae(), List.of()))
                .orElseGet(() -> new FineTuned(runs.size(), scaleOuts, 0, 0, error(adapted, runs), List.of()));
    }

    /** The mean absolute error on the runs that were adapted to, seconds. */
    private static double error(AdaptedModel adapted, List<Run> runs) {
        // repetitions are forecast once
        Map<PlannedRun, List<Run>> planned = runs.stream()
                .collect(Collectors.groupingBy(
                        run -> new PlannedRun(run.scaleOut(), run.properties()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Forecast> forecasts = adapted.forecast(List.copyOf(planned.keySet()));
        double sum = 0;
        int i = 0;
        for (List<Run> repetitions : planned.values()) {
            double runtime = forecasts.get(i).runtime();
            sum += repetitions.stream()
                    .mapToDouble(run -> Math.abs(runtime - run.runtime()))
                    .sum();
            i++;
        }
        return sum / runs.size();
    }
}
