package io.bellamy.prediction;

import io.bellamy.job.Request;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a request for one context, with all that it rests on.
 *
 * @param request what was asked
 * @param trainingTarget the data set of the model and the history
 * @param algorithm the algorithm
 * @param modelVersion the version of the model
 * @param context every essential property as it was used
 * @param filledIn what the request left open and where it was taken from
 * @param fineTuning what the model was fine-tuned on
 * @param warnings where the request leaves what the model has seen
 * @param predictions one for each scale-out, in order
 */
public record Answer(
        Request request,
        String trainingTarget,
        String algorithm,
        String modelVersion,
        Map<String, String> context,
        List<FilledIn> filledIn,
        FineTuned fineTuning,
        List<String> warnings,
        List<Prediction> predictions) {

    public Answer {
        context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
        filledIn = List.copyOf(filledIn);
        warnings = List.copyOf(warnings);
        predictions = List.copyOf(predictions);
    }

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
     * @param scaleOut number of machines
     * @param runtime predicted, seconds
     * @param interval where a run will probably lie, if the model knows how sure it is
     */
    public record Prediction(int scaleOut, double runtime, Optional<Interval> interval) {}

    /**
     * Where a run will lie.
     *
     * @param level with which probability, in (0, 1)
     * @param lower seconds
     * @param upper seconds
     */
    public record Interval(double level, double lower, double upper) {}
}
