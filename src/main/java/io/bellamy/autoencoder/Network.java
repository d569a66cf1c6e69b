package io.bellamy.autoencoder;

import io.bellamy.features.Inputs;
import io.bellamy.model.NetworkPart;
import io.bellamy.model.NetworkShape;
import io.bellamy.model.Weights;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * One network at work: it is given rows, encodes their properties, predicts and learns. The order of the calls is
 * {@link #choose}, {@link #encode}, {@link #predict}, and {@link #decode} where reconstruction counts; then
 * {@link #learn}. Of one thread at a time.
 */
public final class Network {

    private final NetworkShape shape;
    private final double[] weights;
    private final double[] gradient;
    private final Adam adam;
    private final RowSelection selection;
    private final AutoEncoder properties;
    private final Head head;

    /**
     * A network before its first step.
     *
     * @param table all rows that it may be given
     * @param mostRows how many of them at once
     * @param weightDecay of Adam
     */
    public Network(Weights start, InputTable table, int mostRows, double weightDecay) {
        this.shape = start.shape();
        this.weights = FlatLayout.flat(start);
        this.gradient = new double[weights.length];
        this.adam = new Adam(shape, weightDecay);
        this.selection = new RowSelection(table, shape, mostRows);
        this.properties = new AutoEncoder(shape, table.mostVectors(mostRows, shape));
        this.head = new Head(shape, mostRows, Math.min(mostRows, table.distinctScaleOuts()));
    }

    /** Runtimes in seconds for rows of inputs, {@code [rows]}. */
    public static double[] predict(Weights weights, Inputs inputs) {
        int[] all = new int[inputs.rows()];
        Arrays.setAll(all, row -> row);
        Network network = new Network(weights, new InputTable(inputs), all.length, 0);
        network.choose(all, 0, all.length);
        network.encode();
        return network.predict().clone();
    }

    /** Takes the rows {@code rows[from]} until before {@code rows[to]}. */
    public void choose(int[] rows, int from, int to) {
        selection.choose(rows, from, to);
        properties.load(selection);
        head.load(selection);
    }

    /** Draws what the auto-encoder drops of the chosen rows' vectors. */
    public void drop(double probability, RandomGenerator random) {
        properties.inEncoder.draw(probability, random, selection.vectors());
        properties.inDecoder.draw(probability, random, selection.vectors());
    }

    /** From now on nothing is dropped until the next {@link #drop}. */
    public void dropNothing() {
        properties.inEncoder.clear();
        properties.inDecoder.clear();
    }

    /** Makes the codes of the chosen rows' properties. */
    public void encode() {
        properties.encode(weights, selection.vectors());
        head.gather(selection, properties.codes);
    }

    /** Runtimes of the chosen rows in seconds, in their order; the array is written to again by the next call. */
    public double[] predict() {
        return head.predict(weights, selection);
    }

    /** What {@link #predict} gave last. */
    public double[] lastPrediction() {
        return head.lastPrediction();
    }

    /** The mean squared errors of the decoded essential and optional vectors, added up. */
    public double decode() {
        return properties.decode(weights, selection);
    }

    /**
     * One step of Adam on the mean SmoothL1 of the runtimes just predicted.
     *
     * @param targets seconds, of the chosen rows in their order
     * @param trained which parts learn; the auto-encoder from the runtimes only, so that its decoder is left alone
     */
    public void learn(double[] targets, Set<NetworkPart> trained, double learningRate) {
        learnRuntimes(targets, trained);
        if (trained.contains(NetworkPart.PROPERTIES)) {
            properties.learnEncoding(weights, gradient, selection.vectors());
        }
        adam.update(weights, gradient, trained, learningRate);
    }

    /** One step of Adam of all parts on SmoothL1 and the reconstruction just computed. */
    public void learnAll(double[] targets, double learningRate) {
        Set<NetworkPart> all = EnumSet.allOf(NetworkPart.class);
        learnRuntimes(targets, all);
        properties.learnDecoding(weights, gradient, selection.vectors());
        properties.learnEncoding(weights, gradient, selection.vectors());
        adam.update(weights, gradient, all, learningRate);
    }

    private void learnRuntimes(double[] targets, Set<NetworkPart> trained) {
        head.learnHead(weights, targets, gradient, selection.rows());
        if (trained.size() > 1) {
            head.backToInputs(weights, selection.rows());
        }
        if (trained.contains(NetworkPart.SCALE_OUT)) {
            head.learnScaleOut(weights, selection, gradient);
        }
        if (trained.contains(NetworkPart.PROPERTIES)) {
            head.backToCodes(selection, properties.codeSlopes);
        }
    }

    /** The weights as they are now. */
    public Weights weights() {
        return FlatLayout.weights(shape, weights);
    }

    /** The weights as they are now, into an array of {@link #size} numbers. */
    public void save(double[] into) {
        System.arraycopy(weights, 0, into, 0, weights.length);
    }

    public int size() {
        return weights.length;
    }

    /** Weights that {@link #save} gave. */
    public Weights saved(double[] from) {
        return FlatLayout.weights(shape, from);
    }

    /** What Adam remembers of the gradients. */
    public Weights firstMoments() {
        return adam.first();
    }

    /** What Adam remembers of their squares. */
    public Weights secondMoments() {
        return adam.second();
    }

    /** How often Adam updated each part. */
    public Map<NetworkPart, Integer> steps() {
        return adam.steps();
    }

    /** Lets Adam go on from what it remembered elsewhere. */
    public void resume(Weights firstMoments, Weights secondMoments, Map<NetworkPart, Integer> steps) {
        adam.restore(firstMoments, secondMoments, steps);
    }
}
