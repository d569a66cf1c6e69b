package io.bellamy.features;

/**
 * What the network is given, for N rows. Property vectors recur, so each distinct one stands once in a table and the
 * rows refer to it.
 */
public final class Inputs {

    private final double[][] scaleOuts;
    private final int[][] essentialIds;
    private final int[][] optionalIds;
    private final double[][] vectors;

    Inputs(double[][] scaleOuts, int[][] essentialIds, int[][] optionalIds, double[][] vectors) {
        this.scaleOuts = scaleOuts;
        this.essentialIds = essentialIds;
        this.optionalIds = optionalIds;
        this.vectors = vectors;
    }

    public int rows() {
        return scaleOuts.length;
    }

    /** The scaled scale-out features of a row, {@code [3]} in the order of {@link ScaleOutFeature}. */
    public double[] scaleOut(int row) {
        return scaleOuts[row];
    }

    /** Where in the table the essential properties of a row stand, {@code [E]} in order. */
    public int[] essentialIds(int row) {
        return essentialIds[row];
    }

    /** Where in the table the known optional properties of a row stand; shorter where some are unknown. */
    public int[] optionalIds(int row) {
        return optionalIds[row];
    }

    /** How many distinct vectors there are. */
    public int distinctVectors() {
        return vectors.length;
    }

    /** A property vector of the table. */
    public double[] vector(int id) {
        return vectors[id];
    }
}
