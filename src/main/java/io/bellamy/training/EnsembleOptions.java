package io.bellamy.training;

import io.bellamy.model.PerceptronShape;
import java.util.List;

/**
 * How an ensemble is trained.
 *
 * @param folds the number of parts into which the contexts are divided; every network is trained without one of them
 * @param kinds what networks there are of every fold
 * @param steps how many steps each is trained
 * @param learningRate the highest
 * @param weightDecay decoupled from the gradient
 * @param parts what answers
 */
public record EnsembleOptions(
        int folds, List<PerceptronKind> kinds, int steps, double learningRate, double weightDecay, Parts parts) {

    private static final int FEWEST_FOLDS = 2;

    /** What has a say in answers. */
    public enum Parts {
        /** the process over all runs, and the networks where they have shown to know better */
        BOTH,
        /** the networks alone, adapted to the runs of the context */
        NETWORKS,
        /** the process alone */
        PROCESS
    }

    /**
     * A kind of network.
     *
     * @param layers how many hidden layers
     * @param width of each
     * @param activation between them
     * @param rate its learning rate, in that of the options
     */
    public record PerceptronKind(int layers, int width, PerceptronShape.Activation activation, double rate) {}

    public EnsembleOptions {
        kinds = List.copyOf(kinds);
        if (folds < FEWEST_FOLDS || kinds.isEmpty() || steps < 1) {
            throw new IllegalArgumentException("folds " + folds + " must be at least " + FEWEST_FOLDS
                    + ", kinds and steps " + steps + " at least 1");
        }
    }

    /** The same with what a trial chose. */
    public EnsembleOptions with(Hyperparameters chosen) {
        return new EnsembleOptions(folds, kinds, steps, chosen.learningRate(), chosen.weightDecay(), parts);
    }

    /** The same with as few networks as there can be. */
    public EnsembleOptions withFewestNetworks() {
        return new EnsembleOptions(FEWEST_FOLDS, kinds.subList(0, 1), steps, learningRate, weightDecay, parts);
    }

    /** The same where networks have no say, unless nothing else has one. */
    public EnsembleOptions withSilentNetworks() {
        return parts == Parts.NETWORKS
                ? this
                : new EnsembleOptions(folds, kinds, steps, learningRate, weightDecay, Parts.PROCESS);
    }

    /** The same with another number of steps. */
    public EnsembleOptions withSteps(int number) {
        return new EnsembleOptions(folds, kinds, number, learningRate, weightDecay, parts);
    }
}
