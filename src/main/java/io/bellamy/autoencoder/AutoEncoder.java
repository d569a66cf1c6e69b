package io.bellamy.autoencoder;

import io.bellamy.model.NetworkShape;

/** The auto-encoder of property vectors, for the distinct vectors of a selection. */
final class AutoEncoder {

    private final Dense encoder0;
    private final Dense encoder3;
    private final Dense decoder0;
    private final Dense decoder3;
    private final double[][] vectors;
    private final double[][] encoded;
    private final double[][] encodedKept;
    private final double[][] decoding;
    private final double[][] decodingKept;
    private final double[][] decoded;
    private final double[][] hiddenSlopes;
    private final double[][] decodedSlopes;
    private final double[] scratch;

    /** Codes {@code [codeDim][U]}, and the slopes of the loss by them. */
    final double[][] codes;

    final double[][] codeSlopes;

    /** What is dropped between the layers. */
    final Dropout inEncoder;

    final Dropout inDecoder;

    AutoEncoder(NetworkShape shape, int mostVectors) {
        int hidden = shape.hiddenDim();
        encoder0 = FlatLayout.dense(shape, "encoder.0");
        encoder3 = FlatLayout.dense(shape, "encoder.3");
        decoder0 = FlatLayout.dense(shape, "decoder.0");
        decoder3 = FlatLayout.dense(shape, "decoder.3");
        vectors = new double[shape.encodingDim()][mostVectors];
        encoded = new double[hidden][mostVectors];
        encodedKept = new double[hidden][mostVectors];
        codes = new double[shape.codeDim()][mostVectors];
        codeSlopes = new double[shape.codeDim()][mostVectors];
        decoding = new double[hidden][mostVectors];
        decodingKept = new double[hidden][mostVectors];
        decoded = new double[shape.encodingDim()][mostVectors];
        hiddenSlopes = new double[hidden][mostVectors];
        decodedSlopes = new double[shape.encodingDim()][mostVectors];
        scratch = new double[mostVectors];
        inEncoder = new Dropout(hidden, mostVectors);
        inDecoder = new Dropout(hidden, mostVectors);
    }

    void load(RowSelection selection) {
        for (int u = 0; u < selection.vectors(); u++) {
            double[] vector = selection.vector(u);
            for (int d = 0; d < vectors.length; d++) {
                vectors[d][u] = vector[d];
            }
        }
    }

    void encode(double[] weights, int n) {
        encoder0.forward(weights, vectors, encoded, n);
        Activations.selu(encoded, n);
        inEncoder.apply(encoded, encodedKept, n);
        encoder3.forward(weights, encodedKept, codes, n);
        Activations.selu(codes, n);
    }

    /** The mean squared errors of the decoded essential and optional vectors, added up. */
    double decode(double[] weights, RowSelection selection) {
        int n = selection.vectors();
        decoder0.forward(weights, codes, decoding, n);
        Activations.selu(decoding, n);
        inDecoder.apply(decoding, decodingKept, n);
        decoder3.forward(weights, decodingKept, decoded, n);
        double loss = 0;
        for (int d = 0; d < decoded.length; d++) {
            Activations.tanh(decoded[d], scratch, n);
            loss += error(decoded[d], vectors[d], selection.reconstructionShares, decodedSlopes[d], n);
        }
        return loss;
    }

    /** The squared error of one place of all vectors; leaves its slopes by what went into tanh. */
    private static double error(double[] decoded, double[] vectors, double[] shares, double[] slopes, int n) {
        double loss = 0;
        for (int u = 0; u < n; u++) {
            double difference = decoded[u] - vectors[u];
            double weighted = shares[u] * difference;
            loss += weighted * difference;
            slopes[u] = 2 * weighted * (1 - decoded[u] * decoded[u]);
        }
        return loss;
    }

    /** The gradient of the decoder after {@link #decode}; adds its share to the slopes of the codes. */
    void learnDecoding(double[] weights, double[] gradient, int n) {
        decoder3.gradient(decodingKept, decodedSlopes, gradient, n);
        decoder3.backward(weights, decodedSlopes, hiddenSlopes, n);
        inDecoder.backward(hiddenSlopes, n);
        Activations.seluSlopes(decoding, hiddenSlopes, n);
        decoder0.gradient(codes, hiddenSlopes, gradient, n);
        decoder0.addBackward(weights, hiddenSlopes, codeSlopes, n);
    }

    /** The gradient of the encoder, once the slopes of the codes are complete; they are used up. */
    void learnEncoding(double[] weights, double[] gradient, int n) {
        Activations.seluSlopes(codes, codeSlopes, n);
        encoder3.gradient(encodedKept, codeSlopes, gradient, n);
        encoder3.backward(weights, codeSlopes, hiddenSlopes, n);
        inEncoder.backward(hiddenSlopes, n);
        Activations.seluSlopes(encoded, hiddenSlopes, n);
        encoder0.gradient(vectors, hiddenSlopes, gradient, n);
    }
}
