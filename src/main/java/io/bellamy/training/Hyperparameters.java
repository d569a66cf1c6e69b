package io.bellamy.training;

import java.util.List;
import java.util.Map;

/**
 * What a trial may choose.
 *
 * @param dropout probability of a value inside the auto-encoder to be dropped, in [0, 1)
 * @param learningRate of Adam
 * @param weightDecay of Adam
 */
public record Hyperparameters(double dropout, double learningRate, double weightDecay) {

    public static final String DROPOUT = "dropout";
    public static final String LEARNING_RATE = "lr";
    public static final String WEIGHT_DECAY = "weight_decay";

    /** Their names in the configuration. */
    public static final List<String> NAMES = List.of(DROPOUT, LEARNING_RATE, WEIGHT_DECAY);

    /** These with what a trial chose instead. */
    public Hyperparameters with(Map<String, Double> chosen) {
        return new Hyperparameters(
                chosen.getOrDefault(DROPOUT, dropout),
                chosen.getOrDefault(LEARNING_RATE, learningRate),
                chosen.getOrDefault(WEIGHT_DECAY, weightDecay));
    }
}
