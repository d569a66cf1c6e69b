package io.bellamy.prediction;

import io.bellamy.adaptation.Interval;
import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.Request;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.job.ScaleOutUnit;
import io.bellamy.memory.MemoryNeed;
import io.bellamy.memory.MemoryRisk;
import io.bellamy.model.Forecast;
import io.bellamy.model.Grounds;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The answer to a request for one context, with all that it rests on.
 *
 * @param request what was asked
 * @param trainingTarget the data set of the model and the history
 * @param algorithm the algorithm
 * @param model what was pretrained
 * @param dataDigest SHA-256, in hexadecimal, of the data that it rests on
 * @param context every essential property as it was used
 * @param filledIn what the request left open and where it was taken from
 * @param fineTuning what the model was fine-tuned on
 * @param warnings where the request leaves what the model has seen
 * @param runs the runs that the model was adapted to, possibly none
 * @param grounds the runs that it rests on, where the model takes all that are known into account
 * @param predictions one for each scale-out, in order, at least one
 * @param definitions what the properties are
 * @param counts what scale-outs are numbers of
 * @param memory how much memory the job needs, where runs tell
 */
public record Answer(
        Request request,
        String trainingTarget,
        String algorithm,
        ModelOrigin model,
        String dataDigest,
        Map<String, String> context,
        List<FilledIn> filledIn,
        FineTuned fineTuning,
        List<String> warnings,
        List<Run> runs,
        Optional<Grounds> grounds,
        List<Prediction> predictions,
        PropertyDefinitions definitions,
        ScaleOutUnit counts,
        Optional<MemoryNeed> memory) {

    public Answer {
        context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
        filledIn = List.copyOf(filledIn);
        warnings = List.copyOf(warnings);
        runs = List.copyOf(runs);
        predictions = List.copyOf(predictions);
    }

    /** The days between which the runs were measured that the model was adapted to, as far as they are known. */
    public Optional<Days> measured() {
        List<LocalDate> days =
                runs.stream().flatMap(run -> run.measured().stream()).sorted().toList();
        return days.isEmpty() ? Optional.empty() : Optional.of(new Days(days.get(0), days.get(days.size() - 1)));
    }

    /** The machine type; blank where the algorithm has none. */
    public String machineType() {
        return definitions.withRole(Role.MACHINE_TYPE).map(context::get).orElse("");
    }

    /** What a machine has, where several sizes are compared: {@code slots 4, memory 16384}; else blank. */
    public String machineSize() {
        return request.compared().stream()
                .map(name -> name + " " + request.optionalPerNode().get(name))
                .collect(Collectors.joining(", "));
    }

    /** The machine type with the size, where several are compared; blank where there is neither. */
    public String machine() {
        String size = machineSize();
        if (size.isEmpty() || machineType().isEmpty()) {
            return size + machineType();
        }
        return machineType() + " (" + size + ")";
    }

    /** From one day to another, both included. */
    public record Days(LocalDate oldest, LocalDate newest) {}

    /**
     * What was pretrained.
     *
     * @param version its name in the store
     * @param age since it was made, where that is known
     * @param runs how many runs it learned from
     */
    public record ModelOrigin(String version, Optional<Duration> age, int runs) {}

    /**
     * What was not given.
     *
     * @param property its name
     * @param value what was used
     * @param from where that comes from
     */
    public record FilledIn(String property, String value, String from) {}

    /**
     * What the model was fine-tuned on.
     *
     * @param runs how many runs match the context; with none the pretrained model answers as it is
     * @param scaleOuts how many scale-outs they cover
     * @param epochs how many epochs were run; 0 where the model is adapted in closed form
     * @param bestEpoch the epoch whose weights answer
     * @param mae mean absolute error on these runs, seconds
     * @param excludedBy the properties that kept all other runs out, where none matched
     */
    public record FineTuned(int runs, int scaleOuts, int epochs, int bestEpoch, double mae, List<String> excludedBy) {

        public FineTuned {
            excludedBy = List.copyOf(excludedBy);
        }
    }

    /**
     * A point of the curve.
     *
     * @param run what is predicted: the scale-out with all properties that are known of it
     * @param runtime predicted, seconds
     * @param interval where a run will probably lie, if the model knows how sure it is
     * @param distribution of the runtime, if the model knows how sure it is
     * @param memory how likely it is short of memory, where runs tell
     */
    public record Prediction(
            PlannedRun run,
            double runtime,
            Optional<Interval> interval,
            Optional<RuntimeDistribution> distribution,
            Optional<MemoryRisk> memory) {

        /** What a model says, with the interval of a probability where it knows how sure it is. */
        static Prediction of(PlannedRun run, Forecast forecast, double level, Optional<MemoryRisk> memory) {
            return new Prediction(
                    run,
                    forecast.runtime(),
                    forecast.distribution().map(distribution -> distribution.interval(level, forecast.runtime())),
                    forecast.distribution(),
                    memory);
        }

        /** Number of machines. */
        public int scaleOut() {
            return run.scaleOut();
        }

        /** With which probability a run takes at most this time, if the model knows how sure it is. */
        public Optional<Double> chance(double seconds) {
            return distribution.map(runtime -> seconds > 0 ? runtime.cumulative(seconds) : 0);
        }
    }
}
