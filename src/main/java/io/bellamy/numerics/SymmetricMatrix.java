package io.bellamy.numerics;

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
}
