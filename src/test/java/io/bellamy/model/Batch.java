package io.bellamy.model;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What K networks are given in one step, B rows each. The property vectors that the rows of a network refer to stand
 * once, U of them (those that a network does not need are not referred to).
 *
 * @param scaleOuts scaled scale-out features, {@code [K, B, 3]}
 * @param vectors distinct property vectors, {@code [K, U, encodingDim]}
 * @param essentialIds which of the {@code K * U} vectors the essential properties of a row are, {@code [K, B * E]}
 * @param optionalIds which of them the optional ones are, {@code [K, B * O]}; 0 where one is unknown
 * @param optionalShares what each optional code counts in their mean, {@code [K, B, O, 1]}; 0 where one is unknown
 * @param reconstructionShares what the squared error of each vector counts in the loss, {@code [K, U, 1]}
 * @param runtimes what is to be learned, seconds, {@code [K, B, 1]}
 * @param vectorCounts how many of the U vectors each network refers to, {@code [K]}
 */
public record Batch(
        NDArray scaleOuts,
        NDArray vectors,
        NDArray essentialIds,
        NDArray optionalIds,
        NDArray optionalShares,
        NDArray reconstructionShares,
        NDArray runtimes,
        List<Integer> vectorCounts) {

    public long networks() {
        return scaleOuts.getShape().get(0);
    }

    public long rows() {
        return scaleOuts.getShape().get(1);
    }
}
