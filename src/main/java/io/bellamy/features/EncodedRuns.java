package io.bellamy.features;

/** Runs as the network learns from them: the inputs and, row by row, the runtimes in seconds. */
public final class EncodedRuns {

    private final Inputs inputs;
    private final double[] runtimes;

    EncodedRuns(Inputs inputs, double[] runtimes) {
        this.inputs = inputs;
        this.runtimes = runtimes;
    }

    public Inputs inputs() {
        return inputs;
    }

    public int rows() {
        return runtimes.length;
    }

    /** The runtime of a row, in seconds. */
    public double runtime(int row) {
        return runtimes[row];
    }
}
