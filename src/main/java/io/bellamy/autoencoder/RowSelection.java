package io.bellamy.autoencoder;

import io.bellamy.model.NetworkShape;
import java.util.Arrays;

/** The rows that a network is given now, and which of the distinct vectors and scale-outs they refer to. */
final class RowSelection {

    private final InputTable table;
    private final int encodingDim;
    private final Numbering vectors;
    private final Numbering scaleOuts;

    /** Number of each row's scale-out, {@code [n]}. */
    final int[] scaleOutOf;
    /** Numbers of the vectors of each row's essential properties, {@code [E][n]}. */
    final int[][] essential;
    /** Numbers of the vectors of each row's optional ones, {@code [O][n]}; 0 where one is unknown. */
    final int[][] optional;
    /** What each optional code counts in their mean, {@code [O][n]}; 0 where one is unknown. */
    final double[][] optionalShares;
    /** What the squared error of each vector counts in the loss, {@code [U]}. */
    final double[] reconstructionShares;

    private int rows;

    RowSelection(InputTable table, NetworkShape shape, int mostRows) {
        this.table = table;
        this.encodingDim = shape.encodingDim();
        int mostVectors = table.mostVectors(mostRows, shape);
        this.vectors = new Numbering(table.distinctVectors(), mostVectors);
        this.scaleOuts = new Numbering(table.distinctScaleOuts(), Math.min(mostRows, table.distinctScaleOuts()));
        this.scaleOutOf = new int[mostRows];
        this.essential = new int[shape.essentialProperties()][mostRows];
        this.optional = new int[table.optionalCount()][mostRows];
        this.optionalShares = new double[table.optionalCount()][mostRows];
        this.reconstructionShares = new double[mostVectors];
    }

    /** Chooses some rows, {@code chosen[from]} until before {@code chosen[to]}. */
    void choose(int[] chosen, int from, int to) {
        vectors.clear();
        scaleOuts.clear();
        rows = to - from;
        Arrays.fill(reconstructionShares, 0);
        int optionalValues = 0;
        for (int i = from; i < to; i++) {
            optionalValues += table.optionalCount(chosen[i]);
        }
        double essentialShare = 1.0 / ((double) rows * essential.length * encodingDim);
        double optionalShare = 1.0 / ((double) optionalValues * encodingDim);
        for (int b = 0; b < rows; b++) {
            int row = chosen[from + b];
            scaleOutOf[b] = scaleOuts.number(table.scaleOutId(row));
            for (int e = 0; e < essential.length; e++) {
                essential[e][b] = vectors.number(table.essentialId(row, e));
                reconstructionShares[essential[e][b]] += essentialShare;
            }
            int known = table.optionalCount(row);
            for (int o = 0; o < optional.length; o++) {
                boolean isKnown = o < known;
                optional[o][b] = isKnown ? vectors.number(table.optionalId(row, o)) : 0;
                optionalShares[o][b] = isKnown ? 1.0 / known : 0;
                if (isKnown) {
                    reconstructionShares[optional[o][b]] += optionalShare;
                }
            }
        }
    }

    int rows() {
        return rows;
    }

    int vectors() {
        return vectors.count();
    }

    int scaleOuts() {
        return scaleOuts.count();
    }

    double[] vector(int number) {
        return table.vector(vectors.id(number));
    }

    double[] scaleOut(int number) {
        return table.scaleOut(scaleOuts.id(number));
    }
}
