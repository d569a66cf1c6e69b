package io.bellamy.recommendation;

import io.bellamy.prediction.Answer.Prediction;
import java.util.Comparator;
import java.util.List;

/** The scale-out with the smallest predicted runtime; of equal ones the smallest. */
public final class Fastest {

    private Fastest() {}

    /** Chooses among predictions, of which there is at least one. */
    public static Prediction of(List<Prediction> predictions) {
        return predictions.stream()
                .min(Comparator.comparingDouble(Prediction::runtime).thenComparingInt(Prediction::scaleOut))
                .orElseThrow();
    }
}
