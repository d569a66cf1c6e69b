package io.bellamy.training;

import io.bellamy.autoencoder.InputTable;
import io.bellamy.autoencoder.Network;
import io.bellamy.features.EncodedRuns;
import java.util.List;

/**
 * One network in pretraining, epoch by epoch, with its own order of rows, noise and dropout: its numbers depend on nothing
 * beside it. Of one thread at a time.
 */
final class NetworkPretraining {

    /** Rows that are validated in one go, which bounds the memory. */
    private static final int VALIDATION_ROWS = 4096;

    private final RunningNetwork slot;
    private final EncodedRuns runs;
    private final int[] training;
    private final int[] validation;
    private final PretrainingOptions options;
    private final Network network;
    private final double[] targets;
    private int epochs;

    /**
     * Goes on from where a trial is.
     *
     * @param table of the runs, to be shared with others that learn from them
     */
    NetworkPretraining(
            RunningNetwork slot,
            EncodedRuns runs,
            InputTable table,
            ValidationSplit.Rows rows,
            PretrainingOptions options) {
        this.slot = slot;
        this.runs = runs;
        this.training = numbers(rows.training());
        this.validation = numbers(rows.validation());
        this.options = options;
        int most =
                Math.max(Math.min(options.batchSize(), training.length), Math.min(VALIDATION_ROWS, validation.length));
        this.network =
                new Network(slot.weights(), table, most, slot.hyperparameters().weightDecay());
        network.resume(slot.adam().first(), slot.adam().second(), slot.adam().steps());
        this.targets = new double[most];
    }

    private static int[] numbers(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Trains for one epoch and validates. */
    Validation epoch() {
        int[] order = training.clone();
        Shuffling.shuffle(order, slot.random().shuffling());
        for (int from = 0; from < order.length; from += options.batchSize()) {
            step(order, from, Math.min(from + options.batchSize(), order.length));
        }
        network.dropNothing();
        epochs++;
        return validate();
    }

    private void step(int[] order, int from, int to) {
        for (int b = 0; b < to - from; b++) {
            double deviation = options.targetNoise() == 0
                    ? 0
                    : options.targetNoise() * slot.random().noise().nextGaussian();
            targets[b] = Math.abs(runs.runtime(order[from + b]) + deviation);
        }
        network.choose(order, from, to);
        network.drop(slot.hyperparameters().dropout(), slot.random().dropout());
        network.encode();
        network.predict();
        network.decode();
        network.learnAll(targets, slot.hyperparameters().learningRate());
    }

    private Validation validate() {
        double loss = 0;
        double absolute = 0;
        double squared = 0;
        for (int from = 0; from < validation.length; from += VALIDATION_ROWS) {
            int to = Math.min(from + VALIDATION_ROWS, validation.length);
            network.choose(validation, from, to);
            network.encode();
            double[] predicted = network.predict();
            loss += network.decode() * (to - from);
            for (int i = from; i < to; i++) {
                double error = Math.abs(predicted[i - from] - runs.runtime(validation[i]));
                loss += error < 1 ? error * error / 2 : error - 0.5;
                absolute += error;
                squared += error * error;
            }
        }
        int n = validation.length;
        return new Validation(loss / n, absolute / n, squared / n);
    }

    /** How many epochs the trial has run in all. */
    int epochs() {
        return slot.epoch() + epochs;
    }

    Network network() {
        return network;
    }

    /** The trial as it is now, to go on elsewhere. */
    RunningNetwork slot() {
        return slot.after(
                epochs(),
                network.weights(),
                new AdamState(network.firstMoments(), network.secondMoments(), network.steps()));
    }
}
