package io.bellamy.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.bellamy.features.EncodedRuns;
import io.bellamy.model.Batch;
import io.bellamy.model.BatchLoader;
import io.bellamy.model.DropoutNoise;
import io.bellamy.model.ForwardPass;
import io.bellamy.model.Losses;
import io.bellamy.model.NetworkPart;
import io.bellamy.model.StackedWeights;
import io.bellamy.model.Weights;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Trials that train together as one batched network, epoch by epoch. Each keeps its own order of rows, noise, dropout and
 * learning rate, so that its numbers do not depend on its neighbours.
 */
final class TrialStack implements TrialGroup<RunningNetwork> {

    /** Rows that are validated in one go, which bounds the memory. */
    private static final int VALIDATION_ROWS = 4096;

    private final NDManager manager;
    private final List<RunningNetwork> slots;
    private final EncodedRuns runs;
    private final List<Integer> trainingRows;
    private final PretrainingOptions options;
    private final BatchLoader loader;
    private final StackedWeights network;
    private final StackedAdam adam;
    private final List<Batch> validation = new ArrayList<>();
    private int epochs;

    TrialStack(
            NDManager parent,
            List<RunningNetwork> slots,
            EncodedRuns runs,
            ValidationSplit.Rows rows,
            PretrainingOptions options) {
        this.manager = parent.newSubManager();
        this.slots = List.copyOf(slots);
        this.runs = runs;
        this.trainingRows = rows.training();
        this.options = options;
        this.network = new StackedWeights(
                manager, slots.stream().map(RunningNetwork::weights).toList());
        this.adam = new StackedAdam(
                network,
                slots.stream().map(RunningNetwork::adam).toList(),
                slots.stream().map(slot -> slot.hyperparameters().weightDecay()).toList());
        this.loader = new BatchLoader(runs.inputs(), network.shape());
        for (int from = 0; from < rows.validation().size(); from += VALIDATION_ROWS) {
            int to = Math.min(from + VALIDATION_ROWS, rows.validation().size());
            validation.add(validationBatch(rows.validation().subList(from, to)));
        }
    }

    private Batch validationBatch(List<Integer> rows) {
        int[][] same = new int[slots.size()][];
        double[][] targets = new double[slots.size()][];
        for (int k = 0; k < same.length; k++) {
            same[k] = rows.stream().mapToInt(Integer::intValue).toArray();
            targets[k] = rows.stream().mapToDouble(runs::runtime).toArray();
        }
        return loader.load(manager, same, targets);
    }

    @Override
    public List<Optional<EpochReport>> round() {
        int[][] order = new int[slots.size()][];
        for (int k = 0; k < order.length; k++) {
            List<Integer> shuffled = new ArrayList<>(trainingRows);
            Shuffling.shuffle(shuffled, slots.get(k).random().shuffling());
            order[k] = shuffled.stream().mapToInt(Integer::intValue).toArray();
        }
        for (int from = 0; from < trainingRows.size(); from += options.batchSize()) {
            step(order, from, Math.min(from + options.batchSize(), trainingRows.size()));
        }
        epochs++;
        List<Validation> figures = validate();
        List<Optional<EpochReport>> reports = new ArrayList<>();
        for (int k = 0; k < figures.size(); k++) {
            reports.add(Optional.of(new EpochReport(slots.get(k).epoch() + epochs, figures.get(k))));
        }
        return reports;
    }

    private void step(int[][] order, int from, int to) {
        int[][] rows = new int[order.length][to - from];
        double[][] targets = new double[order.length][to - from];
        for (int k = 0; k < order.length; k++) {
            RandomGenerator noise = slots.get(k).random().noise();
            for (int b = 0; b < to - from; b++) {
                rows[k][b] = order[k][from + b];
                double deviation = options.targetNoise() == 0 ? 0 : options.targetNoise() * noise.nextGaussian();
                targets[k][b] = Math.abs(runs.runtime(rows[k][b]) + deviation);
            }
        }
        try (NDManager step = manager.newSubManager()) {
            Batch batch = loader.load(step, rows, targets);
            Optional<DropoutNoise> inEncoder = dropout(step, batch);
            Optional<DropoutNoise> inDecoder = dropout(step, batch);
            var gradients = Gradients.of(
                    step,
                    network,
                    EnumSet.allOf(NetworkPart.class),
                    taken -> loss(taken.pass(), batch, inEncoder, inDecoder));
            adam.update(
                    step,
                    gradients,
                    slots.stream()
                            .map(slot -> slot.hyperparameters().learningRate())
                            .toList());
        }
    }

    private Optional<DropoutNoise> dropout(NDManager step, Batch batch) {
        List<Double> probabilities =
                slots.stream().map(slot -> slot.hyperparameters().dropout()).toList();
        if (probabilities.stream().allMatch(p -> p == 0)) {
            return Optional.empty();
        }
        List<RandomGenerator> random = slots.stream()
                .<RandomGenerator>map(slot -> slot.random().dropout())
                .toList();
        return Optional.of(DropoutNoise.draw(
                step, probabilities, random, batch, network.shape().hiddenDim()));
    }

    private static NDArray loss(
            ForwardPass pass, Batch batch, Optional<DropoutNoise> inEncoder, Optional<DropoutNoise> inDecoder) {
        NDArray codes = pass.encode(batch.vectors(), inEncoder);
        NDArray predicted = pass.runtimes(batch.scaleOuts(), pass.contexts(codes, batch));
        return Losses.smoothL1(predicted, batch.runtimes())
                .add(Losses.reconstruction(pass.decode(codes, inDecoder), batch));
    }

    private List<Validation> validate() {
        double[][] sums = new double[3][slots.size()];
        long rows = validation.stream().mapToLong(Batch::rows).sum();
        for (Batch batch : validation) {
            try (NDManager step = manager.newSubManager()) {
                ForwardPass pass =
                        network.step(step, EnumSet.noneOf(NetworkPart.class)).pass();
                NDArray vectors = batch.vectors().duplicate();
                vectors.attach(step);
                NDArray codes = pass.encode(vectors, Optional.empty());
                NDArray scaleOuts = batch.scaleOuts().duplicate();
                scaleOuts.attach(step);
                NDArray predicted = pass.runtimes(scaleOuts, pass.contexts(codes, batch));
                NDArray decoded = pass.decode(codes, Optional.empty());
                NDArray loss = Losses.smoothL1(predicted, batch.runtimes()).add(Losses.reconstruction(decoded, batch));
                double share = (double) batch.rows() / rows;
                add(sums[0], loss, share);
                add(sums[1], Losses.absolute(predicted, batch.runtimes()), share);
                add(sums[2], Losses.squared(predicted, batch.runtimes()), share);
            }
        }
        List<Validation> figures = new ArrayList<>();
        for (int k = 0; k < slots.size(); k++) {
            figures.add(new Validation(sums[0][k], sums[1][k], sums[2][k]));
        }
        return figures;
    }

    private static void add(double[] sums, NDArray figures, double share) {
        double[] values = figures.toDoubleArray();
        for (int k = 0; k < sums.length; k++) {
            sums[k] += share * values[k];
        }
    }

    @Override
    public ByteBuffer model(int slot) {
        return PackedWeights.of(network.weights().get(slot));
    }

    @Override
    public List<RunningNetwork> slots() {
        List<Weights> weights = network.weights();
        List<AdamState> states = adam.states();
        List<RunningNetwork> now = new ArrayList<>();
        for (int k = 0; k < slots.size(); k++) {
            now.add(slots.get(k).after(slots.get(k).epoch() + epochs, weights.get(k), states.get(k)));
        }
        return now;
    }

    @Override
    public void close() {
        manager.close();
    }
}
