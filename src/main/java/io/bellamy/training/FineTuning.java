package io.bellamy.training;

import io.bellamy.autoencoder.InputTable;
import io.bellamy.autoencoder.Network;
import io.bellamy.features.EncodedRuns;
import io.bellamy.model.NetworkPart;
import io.bellamy.model.Weights;
import io.bellamy.tuning.Seed;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Adapts a pretrained network to the runs of one context. Only the head learns at first; the scale-out network is
 * released later, and the auto-encoder stays as it is.
 */
public final class FineTuning {

    private static final double FIRST_RELEASE = 7.5;

    private final EncodedRuns runs;
    private final int points;
    private final FineTuningOptions options;

    /**
     * What came of it.
     *
     * @param weights those of the best epoch
     * @param epochs how many were run
     * @param bestEpoch the epoch with the smallest error, from 1
     * @param mae its mean absolute error, seconds
     * @param releasedAfter the epoch after which the scale-out network learned too, if it came to that
     */
    public record FineTuningResult(
            Weights weights, int epochs, int bestEpoch, double mae, Optional<Integer> releasedAfter) {}

    /**
     * Prepares fine-tuning.
     *
     * @param runs of the context, at least one
     * @param distinctScaleOuts how many scale-outs they cover
     */
    public FineTuning(EncodedRuns runs, int distinctScaleOuts, FineTuningOptions options) {
        this.runs = runs;
        this.points = switch (options.release()) {
            case SCALE_OUTS -> distinctScaleOuts;
            case RUNS -> runs.rows();
        };
        this.options = options;
    }

    /**
     * Fine-tunes.
     *
     * @param progress is told each epoch and its mean absolute error in seconds
     */
    public FineTuningResult run(Weights pretrained, Seed seed, BiConsumer<Integer, Double> progress) {
        return new Descent(pretrained, seed, EnumSet.of(NetworkPart.HEAD)).run(progress);
    }

    /** Trains a network that knows nothing yet, in the same way but with nothing frozen. */
    public FineTuningResult fromScratch(Weights random, Seed seed) {
        return new Descent(random, seed, EnumSet.allOf(NetworkPart.class)).run((epoch, mae) -> {});
    }

    /** The epoch after which the scale-out network is released; with a single point, never. */
    private int releaseAfter() {
        return points > 1 ? (int) Math.min(FIRST_RELEASE * Math.pow(2, points), Integer.MAX_VALUE) : Integer.MAX_VALUE;
    }

    /** One fine-tuning under way. */
    private final class Descent {
        private final Network network;
        private final Set<NetworkPart> atFirst;
        private final boolean encodes;
        private final boolean inOneBatch;
        private final int[] all = IntStream.range(0, runs.rows()).toArray();
        private final double[] targets = new double[all.length];
        private final LearningRateSchedule schedule = new LearningRateSchedule(options.learningRate());
        private final RandomGenerator shuffling;
        private final RandomGenerator noise;
        /** Whether all rows were predicted since the last step. */
        private boolean predicted;

        Descent(Weights start, Seed seed, Set<NetworkPart> atFirst) {
            this.network = new Network(start, new InputTable(runs.inputs()), all.length, options.weightDecay());
            this.atFirst = atFirst;
            this.encodes = atFirst.contains(NetworkPart.PROPERTIES);
            this.inOneBatch = all.length <= options.batchSize();
            this.shuffling = seed.stream("shuffle").generator();
            this.noise = seed.stream("noise").generator();
            network.choose(all, 0, all.length);
            network.encode();
        }

        FineTuningResult run(BiConsumer<Integer, Double> progress) {
            double good = options.stop()
                    .seconds(Arrays.stream(all)
                            .mapToDouble(runs::runtime)
                            .average()
                            .orElseThrow());
            int releaseAfter = releaseAfter();
            Set<NetworkPart> released = EnumSet.copyOf(atFirst);
            released.add(NetworkPart.SCALE_OUT);
            double[] best = new double[network.size()];
            network.save(best);
            double bestError = Double.POSITIVE_INFINITY;
            int bestEpoch = 0;
            int epoch = 0;
            while (epoch < options.epochs() && bestError > good && epoch - bestEpoch < options.patience()) {
                epoch++;
                double error = epoch(epoch > releaseAfter ? released : atFirst, schedule.at(epoch));
                if (options.score() == FineTuningOptions.Score.AFTER_EPOCH) {
                    error = error();
                }
                progress.accept(epoch, error);
                if (error < bestError) {
                    bestError = error;
                    bestEpoch = epoch;
                    network.save(best);
                }
            }
            Optional<Integer> after = epoch > releaseAfter ? Optional.of(releaseAfter) : Optional.empty();
            return new FineTuningResult(network.saved(best), epoch, bestEpoch, bestError, after);
        }

        /** One epoch; gives the mean absolute error of the predictions from before each step. */
        private double epoch(Set<NetworkPart> trained, double learningRate) {
            int[] order = all.clone();
            Shuffling.shuffle(order, shuffling);
            double sum = 0;
            for (int from = 0; from < order.length; from += options.batchSize()) {
                int to = Math.min(from + options.batchSize(), order.length);
                for (int i = from; i < to; i++) {
                    double deviation = options.targetNoise() * noise.nextGaussian();
                    // a whole batch stays in the order of the rows, in which it was predicted already
                    targets[inOneBatch ? order[i] : i - from] = Math.abs(runs.runtime(order[i]) + deviation);
                }
                sum += distance(predict(inOneBatch ? all : order, from, to), to - from);
                network.learn(targets, trained, learningRate);
                predicted = false;
            }
            return sum / order.length;
        }

        private double distance(double[] predictions, int n) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += Math.abs(predictions[i] - targets[i]);
            }
            return sum;
        }

        /** The codes are made anew only where the auto-encoder or the choice of rows has changed. */
        private double[] predict(int[] rows, int from, int to) {
            if (predicted && inOneBatch) {
                return network.lastPrediction();
            }
            if (!inOneBatch) {
                network.choose(rows, from, to);
            }
            if (encodes || !inOneBatch) {
                network.encode();
            }
            return network.predict();
        }

        /** The mean absolute error on the runtimes as they were measured. */
        private double error() {
            predicted = false;
            double[] predictions = predict(all, 0, all.length);
            predicted = true;
            double sum = 0;
            for (int row = 0; row < all.length; row++) {
                sum += Math.abs(predictions[row] - runs.runtime(row));
            }
            return sum / all.length;
        }
    }
}
