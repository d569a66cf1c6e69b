package io.bellamy.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bellamy.features.FittedPipeline;
import io.bellamy.model.Layer;
import io.bellamy.model.NetworkShape;
import io.bellamy.model.Weights;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.problem.Quoted;
import io.bellamy.training.TrainedModel;
import io.bellamy.training.TrainedModel.AdaptableEnsemble;
import io.bellamy.training.TrainedModel.AutoEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/** The files of one version of a model: JSON throughout, numbers as exact decimals. */
final class ModelFiles {

    static final String MANIFEST = "manifest.json";
    private static final String WEIGHTS = "weights.json";
    private static final String ENSEMBLE = "ensemble.json";
    private static final String PIPELINE = "pipeline.json";
    private static final int LARGEST = 256 << 20;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ModelFiles() {}

    /** The content of weights.json. */
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

        Weights weights() {
            return Weights.ofMatrices(shape, matrices, biases);
        }
    }

    /** Writes all files into an empty folder, the manifest last. */
    static void write(Path folder, StoredModel model) throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        if (model.model() instanceof AutoEncoder network) {
            digests.put(WEIGHTS, write(folder.resolve(WEIGHTS), WeightsFile.of(network.weights())));
        } else if (model.model() instanceof AdaptableEnsemble ensemble) {
            digests.put(ENSEMBLE, write(folder.resolve(ENSEMBLE), ensemble));
        }
        digests.put(PIPELINE, write(folder.resolve(PIPELINE), model.pipeline()));
        write(folder.resolve(MANIFEST), model.manifest().withFiles(digests));
    }

    /** Writes a file through to the disk and gives its SHA-256. */
    private static String write(Path file, Object content) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(content);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        return DigestUtils.sha256Hex(bytes);
    }

    /**
     * Reads a version.
     *
     * @throws DamagedModelException naming the file that is missing, foreign or changed
     */
    static StoredModel read(Path folder) {
        Path manifestFile = folder.resolve(MANIFEST);
        byte[] manifestBytes = bytes(manifestFile);
        // another format has other entries, so its version is read first
        int format = parse(manifestFile, manifestBytes, JsonNode.class)
                .path("format_version")
                .asInt();
        if (format != Manifest.FORMAT) {
            throw new DamagedModelException(Quoted.plain(manifestFile) + ": has format version " + format
                    + ", this program reads " + Manifest.FORMAT + ": pretrain again");
        }
        Manifest manifest = parse(manifestFile, manifestBytes, Manifest.class);
        Path pipelineFile = folder.resolve(PIPELINE);
        FittedPipeline pipeline = parse(pipelineFile, verified(pipelineFile, manifest), FittedPipeline.class);
        return new StoredModel(manifest, model(folder, manifest), pipeline);
    }

    private static TrainedModel model(Path folder, Manifest manifest) {
        if (manifest.files().containsKey(ENSEMBLE)) {
            Path file = folder.resolve(ENSEMBLE);
            return parse(file, verified(file, manifest), AdaptableEnsemble.class);
        }
        Path file = folder.resolve(WEIGHTS);
        WeightsFile stored = parse(file, verified(file, manifest), WeightsFile.class);
        try {
            return new AutoEncoder(stored.weights());
        } catch (IllegalArgumentException e) {
            throw new DamagedModelException(Quoted.plain(file) + ": " + e.getMessage(), e);
        }
    }

    private static byte[] verified(Path file, Manifest manifest) {
        byte[] bytes = bytes(file);
        if (!DigestUtils.sha256Hex(bytes)
                .equals(manifest.files().get(file.getFileName().toString()))) {
            throw new DamagedModelException(
                    Quoted.plain(file) + ": is not the file that was saved (its SHA-256 differs)");
        }
        return bytes;
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new DamagedModelException(Quoted.plain(file) + ": is larger than " + LARGEST + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new DamagedModelException(Quoted.plain(file) + ": can't be read", e);
        }
    }

    private static <T> T parse(Path file, byte[] bytes, Class<T> type) {
        try {
            return JSON.readValue(bytes, type);
        } catch (JsonProcessingException e) {
            throw new DamagedModelException(
                    Quoted.plain(file) + ": is not what this program saves: " + Quoted.plain(e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new DamagedModelException(Quoted.plain(file) + ": can't be read", e);
        }
    }
}
