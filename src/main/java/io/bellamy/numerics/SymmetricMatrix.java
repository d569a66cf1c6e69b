package io.bellamy.numerics;

import java.util.List;

/** Symmetric matrices of which only what is on and below the diagonal is kept. */
public final class SymmetricMatrix {

    private SymmetricMatrix() {}

    /** The matrix times a vector. */
    public static double[] times(double[][] lower, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            double[] row = lower[i];
            double own = 0;
            for (int j = 0; j < i; j++) {
                own += row[j] * vector[j];
                product[j] += row[j] * vector[i];
            }
            product[i] += own + row[i] * vector[i];
        }
        return product;
    }

    private static double at(double[][] lower, int row, int column) {
        return row >= column ? lower[row][column] : lower[column][row];
    }

    /** The rows and columns of some numbers, on and above the diagonal. */
    public static double[][] block(double[][] lower, List<Integer> numbers) {
        int size = numbers.size();
        double[][] block = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                block[i][j] = at(lower, numbers.get(i), numbers.get(j));
            }
        }
        return block;
    }
}
