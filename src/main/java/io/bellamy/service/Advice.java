package io.bellamy.service;

import io.bellamy.imports.TimeShares;
import io.bellamy.memory.MemoryScores;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Explanation;
import io.bellamy.recommendation.Recommendation;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A recommendation as it is reported.
 *
 * @param recommendation what to choose
 * @param explanation how the model sees the choice, where that was asked for
 * @param memory how good probabilities of being short of memory are on runs that had no part in them, where that was asked for
 * @param time where the time of the job's runs goes, where that was asked for and logs tell it
 */
public record Advice(
        Recommendation recommendation,
        Optional<Explanation> explanation,
        Optional<MemoryScores> memory,
        Optional<TimeShares> time) {

    /** What of a run does not shrink with more machines, in seconds: its share of what is predicted at the scale-out it is known of. */
    public OptionalDouble fixedSeconds() {
        if (time.isEmpty()) {
            return OptionalDouble.empty();
        }
        double scaleOut = time.get().scaleOut();
        return recommendation.choice().answer().predictions().stream()
                .min(Comparator.comparingDouble(prediction -> Math.abs(prediction.scaleOut() - scaleOut)))
                .map(Answer.Prediction::runtime)
                .map(runtime -> OptionalDouble.of(time.get().fixed() * runtime))
                .orElseGet(OptionalDouble::empty);
    }
}
