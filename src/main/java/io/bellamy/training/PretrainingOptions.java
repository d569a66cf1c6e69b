package io.bellamy.training;

import java.util.List;

/**
 * How networks are pretrained.
 *
 * @param epochs at most, per trial
 * @param batchSize rows in a step
 * @param targetNoise standard deviation of the noise on the runtimes, seconds
 * @param split which runs are held out for validation
 * @param validationShare how large a share of the runs that is, in (0, 1)
 * @param groupingKeys the columns whose combinations the stratified split is balanced over
 * @param defaults what a trial uses that does not choose for itself
 */
public record PretrainingOptions(
        int epochs,
        int batchSize,
        double targetNoise,
        ValidationSplit split,
        double validationShare,
        List<String> groupingKeys,
        Hyperparameters defaults) {

    public PretrainingOptions {
        groupingKeys = List.copyOf(groupingKeys);
    }

    /** The same with another split. */
    public PretrainingOptions withSplit(ValidationSplit other) {
        return new PretrainingOptions(epochs, batchSize, targetNoise, other, validationShare, groupingKeys, defaults);
    }

    /** The same with another number of epochs. */
    public PretrainingOptions withEpochs(int number) {
        return new PretrainingOptions(number, batchSize, targetNoise, split, validationShare, groupingKeys, defaults);
    }
}
