package io.bellamy.process;

import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.numerics.SymmetricMatrix;
import java.util.List;
import java.util.Optional;

/**
 * What cells tell together, in the form in which leaving some out is easy: the inverse of the covariance of what each tells.
 * Rasmussen and Williams, section 5.4.2. Never changed.
 */
final class CellInverse {

    /** Times its own transpose the inverse; on and below the diagonal. */
    private final double[][] whitened;

    private final double[] precisions;
    private final double[] weights;

    /**
     * Takes cells together.
     *
     * @param covariance of what they tell, on and above the diagonal; it is used up
     * @param values what they tell, ln seconds above the mean
     * @throws ArithmeticException if it can't be done with these numbers
     */
    CellInverse(double[][] covariance, double[] values) {
        this(
                CholeskyFactor.of(covariance)
                        .orElseThrow(() -> new ArithmeticException("the covariance is not positive definite")),
                values);
    }

    /**
     * Takes cells together.
     *
     * @param factor of the covariance of what they tell
     * @param values what they tell, ln seconds above the mean
     */
    CellInverse(CholeskyFactor factor, double[] values) {
        this.whitened = factor.whitenedIdentity();
        this.precisions = new double[values.length];
        for (int k = 0; k < whitened.length; k++) {
            double[] row = whitened[k];
            for (int i = 0; i <= k; i++) {
                precisions[i] += row[i] * row[i];
            }
        }
        this.weights = factor.spread(factor.whiten(values));
    }

    /** The inverse of the variance of what a cell tells, given all others. */
    double precision(int cell) {
        return precisions[cell];
    }

    /** The inverse times what all tell. */
    double weight(int cell) {
        return weights[cell];
    }

    /** What the others say of some cells. */
    Optional<SeenByOthers> without(List<Integer> numbers) {
        return CholeskyFactor.of(inverse(numbers)).map(factor -> {
            double[][] covariance = factor.lowerInverse();
            double[] own = numbers.stream().mapToDouble(cell -> weights[cell]).toArray();
            return new SeenByOthers(covariance, SymmetricMatrix.times(covariance, own));
        });
    }

    /** The rows and columns of some numbers, on and above the diagonal. */
    private double[][] inverse(List<Integer> numbers) {
        int size = numbers.size();
        double[][] block = new double[size][size];
        for (double[] row : whitened) {
            double[] own = numbers.stream().mapToDouble(cell -> row[cell]).toArray();
            for (int i = 0; i < size; i++) {
                for (int j = i; j < size; j++) {
                    block[i][j] += own[i] * own[j];
                }
            }
        }
        return block;
    }

    /** What all other cells say of what some tell. Never changed. */
    static final class SeenByOthers {

        private final double[][] covariance;
        private final double[] surprises;

        private SeenByOthers(double[][] covariance, double[] surprises) {
            this.covariance = covariance;
            this.surprises = surprises;
        }

        /** By how much what a cell tells is above what the others say. */
        double surprise(int cell) {
            return surprises[cell];
        }

        /** The covariance of what cells tell, on and above the diagonal; a copy. */
        double[][] covariance() {
            int size = surprises.length;
            double[][] upper = new double[size][size];
            for (int i = 0; i < size; i++) {
                for (int j = i; j < size; j++) {
                    upper[i][j] = covariance[j][i];
                }
            }
            return upper;
        }
    }
}
