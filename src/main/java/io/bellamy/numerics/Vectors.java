package io.bellamy.numerics;

/** Sums over vectors of the same length. */
public final class Vectors {

    private Vectors() {}

    /** The inner product. */
    public static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
