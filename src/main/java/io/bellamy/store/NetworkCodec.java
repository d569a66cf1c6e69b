package io.bellamy.store;

import io.bellamy.features.FittedPipeline;
import io.bellamy.model.Layer;
import io.bellamy.model.NetworkShape;
import io.bellamy.model.Weights;
import io.bellamy.training.FineTunableNetwork;
import io.bellamy.training.FineTuningOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Networks of the original.
 *
 * @param fineTuning how one is fine-tuned that has this manifest
 */
public record NetworkCodec(Function<Manifest, FineTuningOptions> fineTuning) implements ModelCodec<FineTunableNetwork> {

    /** The content of the file. */
    private record WeightsFile(NetworkShape shape, Map<String, double[][]> matrices, Map<String, double[]> biases) {

        static WeightsFile of(Weights weights) {
            Map<String, double[][]> matrices = new LinkedHashMap<>();
            Map<String, double[]> biases = new LinkedHashMap<>();
            for (Layer layer : weights.shape().layers()) {
                matrices.put(layer.name(), weights.matrix(layer));
                if (layer.bias()) {
                    biases.put(layer.name(), weights.bias(layer));
                }
            }
            return new WeightsFile(weights.shape(), matrices, biases);
        }
    }

    @Override
    public String file() {
        return "weights.json";
    }

    @Override
    public Class<FineTunableNetwork> type() {
        return FineTunableNetwork.class;
    }

    @Override
    public Object content(FineTunableNetwork model) {
        return WeightsFile.of(model.weights());
    }

    @Override
    public FineTunableNetwork read(StoredFile file, Beside beside) {
        WeightsFile stored = file.as(WeightsFile.class);
        Weights weights;
        try {
            weights = Weights.ofMatrices(stored.shape(), stored.matrices(), stored.biases());
        } catch (IllegalArgumentException e) {
            throw file.damaged(e.getMessage());
        }
        if (!fits(weights.shape(), beside.pipeline())) {
            throw file.damagedBeside(ModelFiles.PIPELINE, "and " + file() + " beside it do not fit together");
        }
        return new FineTunableNetwork(weights, beside.pipeline(), fineTuning.apply(beside.manifest()));
    }

    private static boolean fits(NetworkShape shape, FittedPipeline pipeline) {
        return shape.essentialProperties() == pipeline.essential().size()
                && shape.encodingDim() == pipeline.essential().get(0).encoder().length();
    }
}
