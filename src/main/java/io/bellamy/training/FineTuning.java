package io.bellamy.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.bellamy.features.EncodedRuns;
import io.bellamy.model.Batch;
import io.bellamy.model.BatchLoader;
import io.bellamy.model.ForwardPass;
import io.bellamy.model.Losses;
import io.bellamy.model.NetworkShape;
import io.bellamy.model.Part;
import io.bellamy.model.StackedWeights;
import io.bellamy.model.Weights;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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
    public record Result(Weights weights, int epochs, int bestEpoch, double mae, Optional<Integer> releasedAfter) {}

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
     * @param parent owner of the tensors while it lasts
     * @param progress is told each epoch and its mean absolute error in seconds
     */
    public Result run(NDManager parent, Weights pretrained, Seed seed, BiConsumer<Integer, Double> progress) {
        try (StackedWeights network = new StackedWeights(parent, List.of(pretrained))) {
            return new Course(network, seed).run(progress);
        }
    }

    /** The epoch after which the scale-out network is released; with a single point, never. */
    private int releaseAfter() {
        return points > 1 ? (int) Math.min(FIRST_RELEASE * Math.pow(2, points), Integer.MAX_VALUE) : Integer.MAX_VALUE;
    }

    /** One fine-tuning under way. The auto-encoder is frozen, so the codes of all runs are made once. */
    private final class Course {
        private final StackedWeights network;
        private final Adam adam;
        private final double[] scaleOuts;
        private final double[] contexts;
        private final Rows all;
        private final LearningRateSchedule schedule = new LearningRateSchedule(options.learningRate());
        private final RandomGenerator shuffling;
        private final RandomGenerator noise;

        /** Some of the runs as tensors: {@code [1, B, 3]}, {@code [1, B, contextDim]} and {@code [1, B, 1]}. */
        private record Rows(NDArray scaleOuts, NDArray contexts, NDArray runtimes) {

            NDArray predicted(ForwardPass pass) {
                return pass.runtimes(scaleOuts, contexts);
            }
        }

        Course(StackedWeights network, Seed seed) {
            this.network = network;
            this.adam = new Adam(
                    network, List.of(Adam.State.fresh(network.weights().get(0))), List.of(options.weightDecay()));
            try (NDManager step = network.manager().newSubManager()) {
                Batch batch = new BatchLoader(runs.inputs(), network.shape()).loadAll(step);
                ForwardPass pass =
                        network.step(step, EnumSet.noneOf(Part.class)).pass();
                this.scaleOuts = batch.scaleOuts().toDoubleArray();
                this.contexts = pass.contexts(pass.encode(batch.vectors(), Optional.empty()), batch)
                        .toDoubleArray();
            }
            this.all = rows(network.manager(), allRows(), Optional.empty());
            this.shuffling = seed.stream("shuffle").generator();
            this.noise = seed.stream("noise").generator();
        }

        Result run(BiConsumer<Integer, Double> progress) {
            double good = options.stop().seconds(meanRuntime());
            int releaseAfter = releaseAfter();
            Weights best = network.weights().get(0);
            double bestError = Double.POSITIVE_INFINITY;
            int bestEpoch = 0;
            int epoch = 0;
            while (epoch < options.epochs() && bestError > good && epoch - bestEpoch < options.patience()) {
                epoch++;
                Set<Part> trained =
                        epoch > releaseAfter ? EnumSet.of(Part.HEAD, Part.SCALE_OUT) : EnumSet.of(Part.HEAD);
                double error = epoch(trained, schedule.at(epoch));
                if (options.score() == FineTuningOptions.Score.AFTER_EPOCH) {
                    error = error();
                }
                progress.accept(epoch, error);
                if (error < bestError) {
                    bestError = error;
                    bestEpoch = epoch;
                    best = network.weights().get(0);
                }
            }
            Optional<Integer> released = epoch > releaseAfter ? Optional.of(releaseAfter) : Optional.empty();
            return new Result(best, epoch, bestEpoch, bestError, released);
        }

        /** One epoch; gives the mean absolute error of the predictions from before each step. */
        private double epoch(Set<Part> trained, double learningRate) {
            List<Integer> order = new ArrayList<>(allRows());
            Shuffling.shuffle(order, shuffling);
            double sum = 0;
            for (int from = 0; from < order.size(); from += options.batchSize()) {
                List<Integer> chosen = order.subList(from, Math.min(from + options.batchSize(), order.size()));
                sum += chosen.size() * step(chosen, trained, learningRate);
            }
            return sum / order.size();
        }

        private double step(List<Integer> chosen, Set<Part> trained, double learningRate) {
            try (NDManager step = network.manager().newSubManager()) {
                Rows batch = rows(step, chosen, Optional.of(noise));
                NDArray[] predicted = new NDArray[1];
                var gradients = Gradients.of(step, network, trained, taken -> {
                    predicted[0] = batch.predicted(taken.pass());
                    return Losses.smoothL1(predicted[0], batch.runtimes());
                });
                adam.update(step, gradients, List.of(learningRate));
                return Losses.absolute(predicted[0], batch.runtimes()).toDoubleArray()[0];
            }
        }

        private double error() {
            try (NDManager step = network.manager().newSubManager()) {
                ForwardPass pass =
                        network.step(step, EnumSet.noneOf(Part.class)).pass();
                NDArray scaleOuts = all.scaleOuts().duplicate();
                scaleOuts.attach(step);
                NDArray predicted = pass.runtimes(scaleOuts, all.contexts());
                return Losses.absolute(predicted, all.runtimes()).toDoubleArray()[0];
            }
        }

        private Rows rows(NDManager manager, List<Integer> chosen, Optional<RandomGenerator> disturbed) {
            int width = network.shape().contextDim();
            double[] chosenScaleOuts = new double[chosen.size() * NetworkShape.SCALE_OUT_FEATURES];
            double[] chosenContexts = new double[chosen.size() * width];
            double[] runtimes = new double[chosen.size()];
            for (int i = 0; i < runtimes.length; i++) {
                int row = chosen.get(i);
                System.arraycopy(scaleOuts, row * 3, chosenScaleOuts, i * 3, 3);
                System.arraycopy(contexts, row * width, chosenContexts, i * width, width);
                double deviation = disturbed
                        .map(source -> options.targetNoise() * source.nextGaussian())
                        .orElse(0.0);
                runtimes[i] = Math.abs(runs.runtime(row) + deviation);
            }
            return new Rows(
                    manager.create(chosenScaleOuts, new Shape(1, runtimes.length, NetworkShape.SCALE_OUT_FEATURES)),
                    manager.create(chosenContexts, new Shape(1, runtimes.length, width)),
                    manager.create(runtimes, new Shape(1, runtimes.length, 1)));
        }

        private List<Integer> allRows() {
            return IntStream.range(0, runs.rows()).boxed().toList();
        }
    }

    private double meanRuntime() {
        return IntStream.range(0, runs.rows())
                .mapToDouble(runs::runtime)
                .average()
                .orElseThrow();
    }
}
