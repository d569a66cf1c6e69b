package io.bellamy.model;

import ai.djl.ndarray.NDArray;

/** The parts of the loss, each per network {@code [K]}. */
public final class Losses {

    private static final int[] WITHIN_NETWORK = {1};

    private Losses() {}

    /** Mean of SmoothL1 over the rows; both {@code [K, B, 1]}. For a difference d: d^2 / 2 below 1, d - 1/2 above. */
    public static NDArray smoothL1(NDArray predicted, NDArray runtimes) {
        NDArray difference = predicted.sub(runtimes).abs();
        NDArray clipped = difference.minimum(1);
        return mean(difference.sub(clipped.mul(0.5)).mul(clipped));
    }

    /** Mean squared errors of the decoded essential and optional vectors, added up. */
    public static NDArray reconstruction(NDArray decoded, Batch batch) {
        return perNetwork(decoded.sub(batch.vectors()).square().mul(batch.reconstructionShares()))
                .sum(WITHIN_NETWORK);
    }

    /** Mean absolute error, seconds; both {@code [K, B, 1]}. */
    public static NDArray absolute(NDArray predicted, NDArray runtimes) {
        return mean(predicted.sub(runtimes).abs());
    }

    /** Mean squared error, square seconds; both {@code [K, B, 1]}. */
    public static NDArray squared(NDArray predicted, NDArray runtimes) {
        return mean(predicted.sub(runtimes).square());
    }

    private static NDArray mean(NDArray values) {
        return perNetwork(values).mean(WITHIN_NETWORK);
    }

    private static NDArray perNetwork(NDArray values) {
        return values.reshape(values.getShape().get(0), -1);
    }
}
