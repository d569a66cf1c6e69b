package io.bellamy.model;

import ai.djl.ndarray.NDArray;

/** The parts of the loss, each per network {@code [K]}. */
public final class Losses {

    private static final int[] WITHIN_NETWORK = {1, 2};

    private Losses() {}

    /** Mean of SmoothL1 over the rows; both {@code [K, B, 1]}. For a difference d: d^2 / 2 below 1, d - 1/2 above. */
    public static NDArray smoothL1(NDArray predicted, NDArray runtimes) {
        NDArray difference = predicted.sub(runtimes).abs();
        NDArray clipped = difference.minimum(1);
        return difference.sub(clipped.mul(0.5)).mul(clipped).mean(WITHIN_NETWORK);
    }

    /** Mean squared errors of the decoded essential and optional vectors, added up. */
    public static NDArray reconstruction(NDArray decoded, Batch batch) {
        return decoded.sub(batch.vectors()).square().mul(batch.reconstructionShares()).sum(WITHIN_NETWORK);
    }

    /** Mean absolute error, seconds; both {@code [K, B, 1]}. */
    public static NDArray absolute(NDArray predicted, NDArray runtimes) {
        return predicted.sub(runtimes).abs().mean(WITHIN_NETWORK);
    }

    /** Mean squared error, square seconds; both {@code [K, B, 1]}. */
    public static NDArray squared(NDArray predicted, NDArray runtimes) {
        return predicted.sub(runtimes).square().mean(WITHIN_NETWORK);
    }
}
