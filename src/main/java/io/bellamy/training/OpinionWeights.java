package io.bellamy.training;

import io.bellamy.adaptation.Sensible;

/**
 * How much the networks count beside the process where a new job is made of known parts, as shares.
 *
 * @param none where no run of it is known
 * @param between at a scale-out between those of runs known
 * @param beyond at another one
 */
public record OpinionWeights(double none, double between, double beyond) {

    /** The networks say nothing. */
    static final OpinionWeights SILENT = new OpinionWeights(0, 0, 0);

    public OpinionWeights {
        for (double share : new double[] {none, between, beyond}) {
            Sensible.requireShare("the share of the networks", share);
        }
    }
}
