package io.bellamy.baseline;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Ernest's curve: a fixed part, a part that is shared among the machines, a logarithmic one for communication in a tree
 * and a linear one for each machine's overhead (Venkataraman et al.: Ernest, NSDI 2016, section 3).
 *
 * @param fixed seconds
 * @param shared seconds of one machine; for a data size of 1 where there are sizes
 * @param linear seconds for every machine
 * @param logarithmic seconds for every factor e of machines
 */
record Ernest(double fixed, double shared, double linear, double logarithmic) implements DoubleUnaryOperator {

    /**
     * A measurement.
     *
     * @param machines how many machines, at least 1
     * @param size how much data, in any unit
     * @param runtime seconds
     */
    record ErnestPoint(double machines, double size, double runtime) {}

    /** Fits the curve to at least one point. */
    static Ernest fit(List<ErnestPoint> points) {
        double[][] rows = points.stream()
                .map(point ->
                        new double[] {1, point.size() / point.machines(), point.machines(), Math.log(point.machines())})
                .toArray(double[][]::new);
        double[] runtimes = points.stream().mapToDouble(ErnestPoint::runtime).toArray();
        double[] coefficients = NonNegativeLeastSquares.fit(rows, runtimes);
        return new Ernest(coefficients[0], coefficients[1], coefficients[2], coefficients[3]);
    }

    /** Fits the curve to points of one data size. */
    static Ernest ofOneSize(List<ScaleOutPoint> points) {
        return fit(points.stream()
                .map(point -> new ErnestPoint(point.scaleOut(), 1, point.runtime()))
                .toList());
    }

    /** The runtime for a data size, seconds. */
    double runtime(double machines, double size) {
        return fixed + shared * size / machines + linear * machines + logarithmic * Math.log(machines);
    }

    /** The runtime for the data size 1, seconds. */
    @Override
    public double applyAsDouble(double machines) {
        return runtime(machines, 1);
    }
}
