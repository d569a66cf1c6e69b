package io.bellamy.autoencoder;

import io.bellamy.model.NetworkShape;
import java.util.Arrays;

/** The scale-out network, for the distinct scale-outs of a selection, and the head, for its rows. */
final class Head {

    private final Dense scaleOut0;
    private final Dense scaleOut2;
    private final Dense head0;
    private final Dense head2;
    private final double[][] scaleOuts;
    private final double[][] scaleOutHidden;
    private final double[][] scaleOutCodes;
    private final double[][] scaleOutHiddenSlopes;
    private final double[][] scaleOutCodeSlopes;
    /** Of every row: the code of the scale-out, those of the essential properties, and the optional ones' mean. */
    private final double[][] inputs;

    private final double[][] inputSlopes;
    private final double[][] hidden;
    private final double[][] hiddenSlopes;
    private final double[][] predicted;
    private final double[][] predictedSlopes;

    Head(NetworkShape shape, int mostRows, int mostScaleOuts) {
        int width = shape.hiddenDim();
        int joined = width + shape.contextDim();
        scaleOut0 = FlatLayout.dense(shape, "scale_out_layer.0");
        scaleOut2 = FlatLayout.dense(shape, "scale_out_layer.2");
        head0 = FlatLayout.dense(shape, "c_layer.0");
        head2 = FlatLayout.dense(shape, "c_layer.2");
        scaleOuts = new double[NetworkShape.SCALE_OUT_FEATURES][mostScaleOuts];
        scaleOutHidden = new double[2 * width][mostScaleOuts];
        scaleOutCodes = new double[width][mostScaleOuts];
        scaleOutHiddenSlopes = new double[2 * width][mostScaleOuts];
        scaleOutCodeSlopes = new double[width][mostScaleOuts];
        inputs = new double[joined][mostRows];
        inputSlopes = new double[joined][mostRows];
        hidden = new double[width][mostRows];
        hiddenSlopes = new double[width][mostRows];
        predicted = new double[1][mostRows];
        predictedSlopes = new double[1][mostRows];
    }

    void load(RowSelection selection) {
        for (int s = 0; s < selection.scaleOuts(); s++) {
            double[] features = selection.scaleOut(s);
            for (int f = 0; f < features.length; f++) {
                scaleOuts[f][s] = features[f];
            }
        }
    }

    /** Puts the codes of the properties into the rows. */
    void gather(RowSelection selection, double[][] codes) {
        int n = selection.rows();
        int next = scaleOutCodes.length;
        for (int[] numbers : selection.essential) {
            for (double[] code : codes) {
                double[] target = inputs[next++];
                for (int b = 0; b < n; b++) {
                    target[b] = code[numbers[b]];
                }
            }
        }
        for (double[] code : codes) {
            double[] target = inputs[next++];
            Arrays.fill(target, 0, n, 0);
            for (int o = 0; o < selection.optional.length; o++) {
                int[] numbers = selection.optional[o];
                double[] shares = selection.optionalShares[o];
                for (int b = 0; b < n; b++) {
                    target[b] += shares[b] * code[numbers[b]];
                }
            }
        }
    }

    /** Runtimes in seconds, {@code [n]}, in an array that the next call writes to again. */
    double[] predict(double[] weights, RowSelection selection) {
        int n = selection.rows();
        int distinct = selection.scaleOuts();
        scaleOut0.forward(weights, scaleOuts, scaleOutHidden, distinct);
        Activations.selu(scaleOutHidden, distinct);
        scaleOut2.forward(weights, scaleOutHidden, scaleOutCodes, distinct);
        Activations.selu(scaleOutCodes, distinct);
        for (int j = 0; j < scaleOutCodes.length; j++) {
            double[] target = inputs[j];
            double[] code = scaleOutCodes[j];
            for (int b = 0; b < n; b++) {
                target[b] = code[selection.scaleOutOf[b]];
            }
        }
        head0.forward(weights, inputs, hidden, n);
        Activations.selu(hidden, n);
        head2.forward(weights, hidden, predicted, n);
        Activations.selu(predicted, n);
        return predicted[0];
    }

    double[] lastPrediction() {
        return predicted[0];
    }

    /** The gradient of the head after {@link #predict}, for the mean of SmoothL1 over the rows. */
    void learnHead(double[] weights, double[] targets, double[] gradient, int n) {
        double[] slopes = predictedSlopes[0];
        for (int b = 0; b < n; b++) {
            slopes[b] = Math.max(-1, Math.min(1, predicted[0][b] - targets[b])) / n;
        }
        Activations.seluSlopes(predicted, predictedSlopes, n);
        head2.gradient(hidden, predictedSlopes, gradient, n);
        head2.backward(weights, predictedSlopes, hiddenSlopes, n);
        Activations.seluSlopes(hidden, hiddenSlopes, n);
        head0.gradient(inputs, hiddenSlopes, gradient, n);
    }

    /** The slopes of what goes into the head, after {@link #learnHead}. */
    void backToInputs(double[] weights, int n) {
        head0.backward(weights, hiddenSlopes, inputSlopes, n);
    }

    /** The gradient of the scale-out network, after {@link #backToInputs}. */
    void learnScaleOut(double[] weights, RowSelection selection, double[] gradient) {
        int distinct = selection.scaleOuts();
        for (int j = 0; j < scaleOutCodeSlopes.length; j++) {
            double[] sums = scaleOutCodeSlopes[j];
            Arrays.fill(sums, 0, distinct, 0);
            scatter(inputSlopes[j], selection.scaleOutOf, sums, selection.rows());
        }
        Activations.seluSlopes(scaleOutCodes, scaleOutCodeSlopes, distinct);
        scaleOut2.gradient(scaleOutHidden, scaleOutCodeSlopes, gradient, distinct);
        scaleOut2.backward(weights, scaleOutCodeSlopes, scaleOutHiddenSlopes, distinct);
        Activations.seluSlopes(scaleOutHidden, scaleOutHiddenSlopes, distinct);
        scaleOut0.gradient(scaleOuts, scaleOutHiddenSlopes, gradient, distinct);
    }

    /** Writes the slopes of the codes, after {@link #backToInputs}. */
    void backToCodes(RowSelection selection, double[][] codeSlopes) {
        int n = selection.rows();
        int mean = scaleOutCodes.length + selection.essential.length * codeSlopes.length;
        for (int c = 0; c < codeSlopes.length; c++) {
            double[] sums = codeSlopes[c];
            Arrays.fill(sums, 0, selection.vectors(), 0);
            int at = scaleOutCodes.length + c;
            for (int[] numbers : selection.essential) {
                scatter(inputSlopes[at], numbers, sums, n);
                at += codeSlopes.length;
            }
            double[] slopes = inputSlopes[mean + c];
            for (int o = 0; o < selection.optional.length; o++) {
                int[] numbers = selection.optional[o];
                double[] shares = selection.optionalShares[o];
                for (int b = 0; b < n; b++) {
                    sums[numbers[b]] += shares[b] * slopes[b];
                }
            }
        }
    }

    private static void scatter(double[] slopes, int[] numbers, double[] sums, int n) {
        for (int b = 0; b < n; b++) {
            sums[numbers[b]] += slopes[b];
        }
    }
}
