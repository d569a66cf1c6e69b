package io.bellamy.baseline;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Least squares with coefficients that are not negative, by the active-set method of Lawson and Hanson: Solving Least
 * Squares Problems, 1974, chapter 23, algorithm NNLS.
 */
final class NonNegativeLeastSquares {

    /** A column whose part that the others do not explain is smaller than this is taken for a combination of them. */
    private static final double SINGULAR = 1e-10;

    private static final int ROUNDS_PER_COLUMN = 10;

    private final RealMatrix rows;
    private final RealVector values;
    private final boolean[] passive;
    private final double tolerance;
    private RealVector coefficients;

    private NonNegativeLeastSquares(double[][] rows, double[] values) {
        this.rows = MatrixUtils.createRealMatrix(rows);
        this.values = MatrixUtils.createRealVector(values);
        int columns = this.rows.getColumnDimension();
        this.passive = new boolean[columns];
        this.coefficients = MatrixUtils.createRealVector(new double[columns]);
        this.tolerance = 10
                * Math.max(rows.length, columns)
                * Math.ulp(1.0)
                * this.rows.getNorm1()
                * Math.max(Double.MIN_NORMAL, this.values.getLInfNorm());
    }

    /**
     * Fits.
     *
     * @param rows the inputs, [points, columns], at least one of each, finite
     * @param values the values, [points], finite
     * @return the coefficients, [columns], none negative
     */
    static double[] fit(double[][] rows, double[] values) {
        NonNegativeLeastSquares problem = new NonNegativeLeastSquares(rows, values);
        int rounds = ROUNDS_PER_COLUMN * problem.passive.length;
        while (rounds > 0 && problem.admit()) {
            rounds--;
        }
        return problem.coefficients.toArray();
    }

    /** Lets in the column that lowers the error most; false where none does. */
    private boolean admit() {
        RealVector gradient = rows.preMultiply(values.subtract(rows.operate(coefficients)));
        boolean[] refused = passive.clone();
        while (true) {
            int best = -1;
            for (int column = 0; column < refused.length; column++) {
                if (!refused[column]
                        && gradient.getEntry(column) > tolerance
                        && (best < 0 || gradient.getEntry(column) > gradient.getEntry(best))) {
                    best = column;
                }
            }
            if (best < 0) {
                return false;
            }
            passive[best] = true;
            RealVector solution = solve();
            // rounding may say that a column helps where it doesn't; Lawson and Hanson try the next one then
            if (solution.getEntry(best) > 0) {
                retreat(solution);
                return true;
            }
            passive[best] = false;
            refused[best] = true;
        }
    }

    /** Moves towards the solution and drops the columns that reach zero on the way, until none is left to drop. */
    private void retreat(RealVector wanted) {
        RealVector solution = wanted;
        while (true) {
            double step = 1;
            for (int column = 0; column < passive.length; column++) {
                if (passive[column] && solution.getEntry(column) <= 0) {
                    double now = coefficients.getEntry(column);
                    step = Math.min(step, now / (now - solution.getEntry(column)));
                }
            }
            RealVector next = coefficients.add(solution.subtract(coefficients).mapMultiply(step));
            if (step >= 1) {
                coefficients = solution;
                return;
            }
            for (int column = 0; column < passive.length; column++) {
                if (passive[column] && solution.getEntry(column) <= 0 && next.getEntry(column) <= tolerance) {
                    passive[column] = false;
                }
                if (!passive[column]) {
                    next.setEntry(column, 0);
                }
            }
            coefficients = next;
            solution = solve();
        }
    }

    /** The least-squares solution over the passive columns; all zero where they depend on each other. */
    private RealVector solve() {
        int[] columns = IntStream.range(0, passive.length)
                .filter(column -> passive[column])
                .toArray();
        RealVector solution = MatrixUtils.createRealVector(new double[passive.length]);
        if (columns.length == 0 || columns.length > rows.getRowDimension()) {
            return solution;
        }
        int[] all = new int[rows.getRowDimension()];
        Arrays.setAll(all, row -> row);
        RealMatrix part = rows.getSubMatrix(all, columns);
        DecompositionSolver solver =
                new QRDecomposition(part, SINGULAR * Math.max(Double.MIN_NORMAL, part.getNorm1())).getSolver();
        if (solver.isNonSingular()) {
            RealVector found = solver.solve(values);
            for (int i = 0; i < columns.length; i++) {
                solution.setEntry(columns[i], found.getEntry(i));
            }
        }
        return solution;
    }
}
