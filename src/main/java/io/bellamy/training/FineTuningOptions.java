package io.bellamy.training;

/**
 * How a pretrained network is fine-tuned to a context.
 *
 * @param epochs at most
 * @param batchSize rows in a step
 * @param learningRate where the schedule starts and returns to; its peak is ten times this
 * @param weightDecay of Adam
 * @param targetNoise standard deviation of the noise on the runtimes, seconds
 * @param patience the number of epochs without a better one after which it stops
 * @param stop how good is good enough
 * @param score which weights a score belongs to
 * @param release what n counts where the scale-out network is released at epoch 7.5 x 2^n
 */
public record FineTuningOptions(
        int epochs,
        int batchSize,
        double learningRate,
        double weightDecay,
        double targetNoise,
        int patience,
        Stop stop,
        Score score,
        Release release) {

    /**
     * Fine-tuning ends once the mean absolute error is this small.
     *
     * @param threshold in seconds, or as a share of the mean runtime
     */
    public record Stop(double threshold, Unit unit) {

        /** What the threshold is measured in. */
        public enum Unit {
            SECONDS,
            RELATIVE
        }

        double seconds(double meanRuntime) {
            return switch (unit) {
                case SECONDS -> threshold;
                case RELATIVE -> threshold * meanRuntime;
            };
        }
    }

    /** Which weights are scored. */
    public enum Score {
        /** Those that are kept: after the epoch's steps, on the runtimes as they were measured. */
        AFTER_EPOCH,
        /** The original's way: by the predictions from before each step, while the weights after it are kept. */
        BEFORE_STEP
    }

    /** What is counted as training points. */
    public enum Release {
        SCALE_OUTS,
        /** The original's way. */
        RUNS
    }

    /** The same with another learning rate and weight decay. */
    public FineTuningOptions withOptimizer(double newLearningRate, double newWeightDecay) {
        return new FineTuningOptions(
                epochs, batchSize, newLearningRate, newWeightDecay, targetNoise, patience, stop, score, release);
    }
}
