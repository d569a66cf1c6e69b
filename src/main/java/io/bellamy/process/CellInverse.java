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

    private final double[][] inverse;
    private final double[] weights;

    /**
     * Takes cells together.
     *
     * @param covariance of what they tell, on and above the diagonal; it is used up
     * @param values what they tell, ln seconds above the mean
     * @throws ArithmeticException if it can't be done with these numbers
     */
    CellInverse(double[][] covariance, double[] values) {
        this.inverse = CholeskyFactor.of(covariance)
                .orElseThrow(() -> new ArithmeticException("the covariance is not positive definite"))
                .lowerInverse();
        this.weights = SymmetricMatrix.times(inverse, values);
    }

    /** The inverse of the variance of what a cell tells, given all others. */
    double precision(int cell) {
        return inverse[cell][cell];
    }

    /** The inverse times what all tell. */
    double weight(int cell) {
        return weights[cell];
    }

    /** What the others say of some cells. */
    Optional<SeenByOthers> without(List<Integer> numbers) {
        return CholeskyFactor.of(SymmetricMatrix.block(inverse, numbers)).map(factor -> {
            double[][] covariance = factor.lowerInverse();
            double[] own = numbers.stream().mapToDouble(cell -> weights[cell]).toArray();
            return new SeenByOthers(covariance, SymmetricMatrix.times(covariance, own));
        });
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
