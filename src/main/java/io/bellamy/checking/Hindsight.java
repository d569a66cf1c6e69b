package io.bellamy.checking;

import io.bellamy.evaluation.AskedRun;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.Forecast;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import io.bellamy.numerics.Parallel;
import io.bellamy.prediction.OptionalProperties;
import io.bellamy.tuning.Seed;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a model would have said, had it been asked on some day: it knows the runs of the days before, and no other. */
final class Hindsight {

    private final TrainedModel trained;
    private final AskedRun asked;
    private final FeaturePipeline features;
    private final List<Run> runs;
    private final List<Run> stopped;
    private final Seed seed;

    /**
     * Of an algorithm.
     *
     * @param runs that came to their end, each with its day
     * @param stopped those of which it is known only that they took longer, each with its day
     */
    Hindsight(TrainedModel trained, FeaturePipeline features, List<Run> runs, List<Run> stopped, Seed seed) {
        this.trained = trained;
        this.asked = new AskedRun(features, "");
        this.features = features;
        this.runs = runs;
        this.stopped = stopped;
        this.seed = seed;
    }

    /** Each run since a day, as it was expected on the day before, by what it is asked about. */
    IdentityHashMap<Run, Forecast> nextRuns(LocalDate since, DoubleConsumer progress) {
        Map<LocalDate, List<Run>> days = runs.stream()
                .filter(run -> !day(run).isBefore(since))
                .collect(Collectors.groupingBy(Hindsight::day, TreeMap::new, Collectors.toList()));
        List<LocalDate> order = List.copyOf(days.keySet());
        IdentityHashMap<Run, Forecast> forecasts = new IdentityHashMap<>();
        List<List<Forecast>> all = Parallel.map(order.size(), i -> {
            List<Forecast> own = before(order.get(i)).forecasts(days.get(order.get(i)));
            progress.accept((i + 1.0) / order.size());
            return own;
        });
        for (int i = 0; i < order.size(); i++) {
            List<Run> own = days.get(order.get(i));
            for (int j = 0; j < own.size(); j++) {
                forecasts.put(own.get(j), all.get(i).get(j));
            }
        }
        return forecasts;
    }

    /** What was known before a day. */
    Knowledge before(LocalDate day) {
        return new Knowledge(earlier(runs, day), earlier(stopped, day));
    }

    /** What is known now. */
    Knowledge now() {
        return new Knowledge(runs, stopped);
    }

    private static List<Run> earlier(List<Run> runs, LocalDate day) {
        return runs.stream().filter(run -> day(run).isBefore(day)).toList();
    }

    private static LocalDate day(Run run) {
        return run.measured().orElseThrow();
    }

    /** What is known on a day, and what the model makes of it. */
    final class Knowledge {

        private final List<Run> known;
        private final InformedModel informed;
        private final Map<List<String>, List<Run>> contexts;

        private Knowledge(List<Run> known, List<Run> stopped) {
            this.known = known;
            this.informed = trained.informed(
                    Stream.concat(known.stream(), stopped.stream()).toList());
            this.contexts = known.stream().collect(Collectors.groupingBy(asked::context));
        }

        /** How long runs take that were measured since, or before. */
        List<Forecast> forecasts(List<Run> measured) {
            Map<List<String>, AdaptedModel> adapted = new HashMap<>();
            return measured.stream()
                    .map(run -> adapted.computeIfAbsent(
                                    asked.context(run),
                                    context ->
                                            informed.adapt(contexts.getOrDefault(context, List.of()), List.of(), seed))
                            .forecast(List.of(asked.planned(run, known)))
                            .get(0))
                    .toList();
        }

        /**
         * How long a run takes that is like a measured one but for some things.
         *
         * @param scaleOuts each on so many machines
         * @param essential each with these properties
         */
        List<Forecast> forecasts(Run like, List<Integer> scaleOuts, List<Map<String, String>> essential) {
            OptionalProperties optional = OptionalProperties.filledIn(
                    features.optional(), like.properties().definitions(), known, essential.get(0));
            List<PlannedRun> planned = IntStream.range(0, scaleOuts.size())
                    .mapToObj(i -> optional.planned(scaleOuts.get(i), essential.get(i)))
                    .toList();
            return informed.adapt(contexts.getOrDefault(asked.context(like), List.of()), List.of(), seed)
                    .forecast(planned);
        }
    }

    /** The essential properties of a run, as far as it has them. */
    Map<String, String> essential(Run run) {
        Map<String, String> essential = new HashMap<>();
        features.essentialNames().forEach(name -> run.property(name).ifPresent(value -> essential.put(name, value)));
        return essential;
    }
}
