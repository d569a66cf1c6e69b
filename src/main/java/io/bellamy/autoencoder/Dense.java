package io.bellamy.autoencoder;

import java.util.Arrays;

/**
 * A fully connected layer within the flat weights of a network. Samples are columns, {@code [features][n]}: the innermost
 * loops run over samples, which the compiler turns into vector instructions, since no layer is wide enough for that.
 *
 * @param offset where its matrix {@code [inputs][outputs]} begins, which its bias follows
 * @param inputs how many features go in
 * @param outputs how many come out
 * @param bias whether it adds a bias
 */
record Dense(int offset, int inputs, int outputs, boolean bias) {

    /** Computes {@code out[outputs][n]} from {@code in[inputs][n]}. */
    void forward(double[] weights, double[][] in, double[][] out, int n) {
        int biases = offset + inputs * outputs;
        for (int j = 0; j < outputs; j++) {
            Arrays.fill(out[j], 0, n, bias ? weights[biases + j] : 0);
            combine(weights, offset + j, outputs, in, inputs, out[j], n);
        }
    }

    /** Computes the slopes of the inputs from those of the outputs. */
    void backward(double[] weights, double[][] slopesOut, double[][] slopesIn, int n) {
        for (int i = 0; i < inputs; i++) {
            Arrays.fill(slopesIn[i], 0, n, 0);
        }
        addBackward(weights, slopesOut, slopesIn, n);
    }

    /** As {@link #backward}, added to what is there. */
    void addBackward(double[] weights, double[][] slopesOut, double[][] slopesIn, int n) {
        for (int i = 0; i < inputs; i++) {
            combine(weights, offset + i * outputs, 1, slopesOut, outputs, slopesIn[i], n);
        }
    }

    /** Adds {@code rows[k]} times a weight, for all k, to the sum. */
    private static void combine(
            double[] weights, int first, int stride, double[][] rows, int count, double[] sum, int n) {
        int k = 0;
        for (; k + 3 < count; k += 4) {
            int at = first + k * stride;
            add(
                    weights[at],
                    rows[k],
                    weights[at + stride],
                    rows[k + 1],
                    weights[at + 2 * stride],
                    rows[k + 2],
                    weights[at + 3 * stride],
                    rows[k + 3],
                    sum,
                    n);
        }
        for (; k < count; k++) {
            double weight = weights[first + k * stride];
            double[] row = rows[k];
            for (int u = 0; u < n; u++) {
                sum[u] += weight * row[u];
            }
        }
    }

    private static void add(
            double w0,
            double[] x0,
            double w1,
            double[] x1,
            double w2,
            double[] x2,
            double w3,
            double[] x3,
            double[] sum,
            int n) {
        for (int u = 0; u < n; u++) {
            sum[u] += w0 * x0[u] + w1 * x1[u] + w2 * x2[u] + w3 * x3[u];
        }
    }

    /** Writes the gradient of this layer's weights. */
    void gradient(double[][] in, double[][] slopesOut, double[] gradient, int n) {
        for (int i = 0; i < inputs; i++) {
            int at = offset + i * outputs;
            int j = 0;
            for (; j + 3 < outputs; j += 4) {
                dots(in[i], slopesOut, j, gradient, at + j, n);
            }
            for (; j < outputs; j++) {
                gradient[at + j] = dot(in[i], slopesOut[j], n);
            }
        }
        if (bias) {
            for (int j = 0; j < outputs; j++) {
                double sum = 0;
                for (int u = 0; u < n; u++) {
                    sum += slopesOut[j][u];
                }
                gradient[offset + inputs * outputs + j] = sum;
            }
        }
    }

    /** Four products at once: four sums do not wait for one another. */
    private static void dots(double[] x, double[][] rows, int first, double[] target, int at, int n) {
        double[] y0 = rows[first];
        double[] y1 = rows[first + 1];
        double[] y2 = rows[first + 2];
        double[] y3 = rows[first + 3];
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int u = 0; u < n; u++) {
            double value = x[u];
            s0 += value * y0[u];
            s1 += value * y1[u];
            s2 += value * y2[u];
            s3 += value * y3[u];
        }
        target[at] = s0;
        target[at + 1] = s1;
        target[at + 2] = s2;
        target[at + 3] = s3;
    }

    private static double dot(double[] x, double[] y, int n) {
        double sum = 0;
        for (int u = 0; u < n; u++) {
            sum += x[u] * y[u];
        }
        return sum;
    }
}
