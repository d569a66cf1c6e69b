package io.bellamy.baseline;

import io.bellamy.numerics.CholeskyFactor;
import java.util.Optional;

/** Ridge regression on features that are standardised. */
final class LinearRegression {

    /** In runs: as if this number more had been seen with no effect of any feature. */
    private static final double RIDGE = 0.1;

    private LinearRegression() {}

    /**
     * Fits the cells' means.
     *
     * @param cells at least one
     * @return nothing where the equations are singular to the precision of the numbers
     */
    static Optional<Regression> fit(RunGroups cells) {
        int columns = cells.input(0).length;
        double offset = cells.overallMean();
        double[][] squares = new double[columns][columns];
        double[] products = new double[columns];
        for (int cell = 0; cell < cells.size(); cell++) {
            double[] input = cells.input(cell);
            for (int i = 0; i < columns; i++) {
                products[i] += input[i] * (cells.mean(cell) - offset);
                for (int j = i; j < columns; j++) {
                    squares[i][j] += input[i] * input[j];
                }
            }
        }
        for (int i = 0; i < columns; i++) {
            squares[i][i] += RIDGE;
        }
        return CholeskyFactor.of(squares).map(factor -> {
            double[] whitened = factor.whiten(products);
            return input -> {
                double[] place = factor.whiten(input);
                double sum = offset;
                for (int i = 0; i < place.length; i++) {
                    sum += place[i] * whitened[i];
                }
                return sum;
            };
        });
    }
}
