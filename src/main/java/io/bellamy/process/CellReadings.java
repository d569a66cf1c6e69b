package io.bellamy.process;

/** What cells tell of their medians: values in ln seconds above the mean, and variances, how sure each is. */
final class CellReadings {

    private final double[] values;
    private final double[] variances;

    CellReadings(double[] values, double[] variances) {
        this.values = values;
        this.variances = variances;
    }

    double[] values() {
        return values;
    }

    double[] variances() {
        return variances;
    }
}
