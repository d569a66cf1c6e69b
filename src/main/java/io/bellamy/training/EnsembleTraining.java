package io.bellamy.training;

import ai.djl.ndarray.NDManager;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Run;
import io.bellamy.model.Ensemble.Member;
import io.bellamy.numerics.Parallel;
import io.bellamy.tuning.Seed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trains an ensemble: for every fold of the contexts, networks that do not see them. What these networks say of the
 * contexts that they did not see tells how good the ensemble is, and how far off it is in a context of its own.
 */
public final class EnsembleTraining implements AutoCloseable {

    private final NDManager manager;
    private final FoldedRuns runs;
    private final List<EnsemblePart> parts;
    private final List<PerceptronTraining> trainings = new ArrayList<>();

    /**
     * Prepares training.
     *
     * @param runs of one algorithm, at least one
     * @param seed of the folds and the networks
     */
    public EnsembleTraining(
            NDManager parent, List<Run> runs, FeaturePipeline pipeline, EnsembleOptions options, Seed seed) {
        this(parent, new FoldedRuns(runs, pipeline, options.folds(), seed.stream("folds")), options, seed);
    }

    /**
     * Prepares training on runs that are divided already.
     *
     * @param seed of the networks
     */
    EnsembleTraining(NDManager parent, FoldedRuns runs, EnsembleOptions options, Seed seed) {
        this.manager = parent.newSubManager();
        this.runs = runs;
        this.parts = EnsemblePart.of(runs, options.kinds());
        for (EnsemblePart part : parts) {
            trainings.add(training(part, options, seed.stream("kind " + part.kind())));
        }
    }

    private PerceptronTraining training(EnsemblePart part, EnsembleOptions options, Seed seed) {
        List<float[]> initial = new ArrayList<>();
        int end = part.first() + part.networks();
        for (int network = part.first(); network < end; network++) {
            initial.add(
                    part.shape().randomWeights(seed.stream("network " + network).generator()));
        }
        return new PerceptronTraining(
                manager,
                part.shape(),
                runs.batches(manager, part.first(), end, seed.stream("order")),
                initial,
                new PerceptronTraining.PerceptronOptions(
                        options.steps(),
                        options.learningRate()
                                * options.kinds().get(part.kind()).rate(),
                        options.weightDecay()));
    }

    /** Trains a number of steps more. */
    public void run(int steps) {
        Parallel.run(parts.size(), part -> run(part, steps));
    }

    /** How many parts there are, each of which may train in a thread of its own. */
    int parts() {
        return parts.size();
    }

    /** Trains one part a number of steps more. */
    void run(int part, int steps) {
        trainings.get(part).run(steps);
    }

    /** The ensemble as it is now. */
    public TrainedEnsemble trained() {
        return trained(runs, parts, weights());
    }

    /** The weights of all networks as they are now, to make the ensemble from elsewhere. */
    ByteBuffer weights() {
        ByteBuffer bytes = ByteBuffer.allocate(bytes(parts));
        for (PerceptronTraining training : trainings) {
            for (float weight : training.weights()) {
                bytes.putFloat(weight);
            }
        }
        return bytes.flip();
    }

    /**
     * An ensemble of weights that were kept.
     *
     * @throws IllegalArgumentException if they are not of such an ensemble
     */
    static TrainedEnsemble trained(FoldedRuns runs, EnsembleOptions options, ByteBuffer weights) {
        return trained(runs, EnsemblePart.of(runs, options.kinds()), weights);
    }

    private static TrainedEnsemble trained(FoldedRuns runs, List<EnsemblePart> parts, ByteBuffer weights) {
        PackedWeights.requireSize(weights, bytes(parts));
        List<Member> members = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (EnsemblePart part : parts) {
            for (int network = 0; network < part.networks(); network++) {
                float[] own = new float[part.shape().size()];
                for (int i = 0; i < own.length; i++) {
                    own[i] = weights.getFloat();
                }
                members.add(runs.member(part, network, own));
                numbers.add(part.first() + network);
            }
        }
        return runs.trained(members, numbers);
    }

    private static int bytes(List<EnsemblePart> parts) {
        return Float.BYTES * parts.stream().mapToInt(EnsemblePart::size).sum();
    }

    /** All that changes while it trains, the number of steps aside. */
    ByteBuffer packed() {
        ByteBuffer bytes = ByteBuffer.allocate(packedSize(parts));
        for (PerceptronTraining training : trainings) {
            for (float[] numbers : List.of(training.weights(), training.first(), training.second())) {
                for (float number : numbers) {
                    bytes.putFloat(number);
                }
            }
        }
        return bytes.flip();
    }

    /** How many bytes an ensemble packs. */
    static int packedSize(FoldedRuns runs, EnsembleOptions options) {
        return packedSize(EnsemblePart.of(runs, options.kinds()));
    }

    private static int packedSize(List<EnsemblePart> parts) {
        return 3 * bytes(parts);
    }

    /**
     * Goes on from where another one was.
     *
     * @param steps how many that had run
     * @param packed what it packed then, {@link #packedSize} bytes
     */
    void restore(int steps, ByteBuffer packed) {
        for (int i = 0; i < trainings.size(); i++) {
            int size = parts.get(i).size();
            float[] numbers = new float[3 * size];
            for (int j = 0; j < numbers.length; j++) {
                numbers[j] = packed.getFloat();
            }
            trainings
                    .get(i)
                    .restore(
                            steps,
                            Arrays.copyOfRange(numbers, 0, size),
                            Arrays.copyOfRange(numbers, size, 2 * size),
                            Arrays.copyOfRange(numbers, 2 * size, 3 * size));
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
