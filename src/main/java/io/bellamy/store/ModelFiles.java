package io.bellamy.store;

import io.bellamy.features.FittedPipeline;
import io.bellamy.files.FileKind;
import io.bellamy.files.InputFile;
import io.bellamy.files.OutputFile;
import io.bellamy.model.Layer;
import io.bellamy.model.NetworkShape;
import io.bellamy.model.Weights;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.problem.Quoted;
import io.bellamy.training.HeldOutContext;
import io.bellamy.training.TrainedModel;
import io.bellamy.training.TrainedModel.AdaptableEnsemble;
import io.bellamy.training.TrainedModel.AutoEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/** The files of one version of a model: JSON throughout, each with its SHA-256 in the manifest. */
final class ModelFiles {

    private static final String WEIGHTS = "weights.json";
    private static final String ENSEMBLE = "ensemble.json";
    private static final String PIPELINE = "pipeline.json";
    private static final String HELD_OUT = "held_out.json";

    /** What stands in a manifest becomes a path only if it is one of these. */
    private static final Set<String> KNOWN = Set.of(WEIGHTS, ENSEMBLE, PIPELINE, HELD_OUT);

    private final Path folder;
    private final Manifest manifest;

    private ModelFiles(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

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

    /** The content of held_out.json. */
    private record HeldOutFile(List<HeldOutContext> contexts) {}

    /** Writes all files into an empty folder, the manifest last. */
    static void write(Path folder, NewModel model, String version, String created) throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        if (model.model() instanceof AutoEncoder network) {
            digests.put(WEIGHTS, StoredJson.write(folder.resolve(WEIGHTS), WeightsFile.of(network.weights())));
        } else if (model.model() instanceof AdaptableEnsemble ensemble) {
            digests.put(ENSEMBLE, StoredJson.write(folder.resolve(ENSEMBLE), ensemble));
        }
        digests.put(PIPELINE, StoredJson.write(folder.resolve(PIPELINE), model.pipeline()));
        digests.put(HELD_OUT, StoredJson.write(folder.resolve(HELD_OUT), new HeldOutFile(model.heldOut())));
        ManifestFile.write(folder, model.manifest().make(version, created, digests));
        OutputFile.forceFolder(folder);
    }

    /**
     * Reads a version whole.
     *
     * @throws DamagedModelException naming the file that is missing, foreign or damaged
     */
    static StoredModel read(Path folder) {
        ModelFiles files = open(folder);
        if (files.tellsHeldOut()) {
            files.verified(HELD_OUT);
        }
        TrainedModel model = files.model();
        FittedPipeline pipeline = files.verified(PIPELINE, FittedPipeline.class);
        if (model instanceof AutoEncoder network && !fits(network.weights().shape(), pipeline)) {
            throw StoredJson.damaged(folder.resolve(PIPELINE), "and " + WEIGHTS + " beside it do not fit together");
        }
        return new StoredModel(files.manifest, model, pipeline);
    }

    private static boolean fits(NetworkShape shape, FittedPipeline pipeline) {
        return shape.essentialProperties() == pipeline.essential().size()
                && shape.encodingDim() == pipeline.essential().get(0).encoder().length();
    }

    /**
     * Reads what the model says of runs that it did not learn from; one of an earlier format does not tell.
     *
     * @throws DamagedModelException naming the file that is missing, foreign or damaged
     */
    static List<HeldOutContext> heldOut(Path folder) {
        ModelFiles files = open(folder);
        return files.tellsHeldOut()
                ? files.verified(HELD_OUT, HeldOutFile.class).contexts()
                : List.of();
    }

    /**
     * Checks that every file of a version is there and as it was saved, and gives the manifest.
     *
     * @throws DamagedModelException naming the file that is missing, foreign or damaged
     */
    static Manifest verify(Path folder) {
        ModelFiles files = open(folder);
        files.manifest.files().keySet().forEach(files::verified);
        return files.manifest;
    }

    private static ModelFiles open(Path folder) {
        requireFolder(folder);
        ModelFiles files = new ModelFiles(folder, ManifestFile.read(folder));
        files.rejectForeign();
        return files;
    }

    private static void requireFolder(Path folder) {
        try {
            FileKind kind = FileKind.ofItself(folder);
            if (kind != FileKind.FOLDER) {
                throw StoredJson.damaged(folder, kind == FileKind.NOTHING ? "is missing" : kind.objection());
            }
        } catch (IOException e) {
            throw StoredJson.unreadable(folder, e);
        }
    }

    private void rejectForeign() {
        Set<String> named = manifest.files().keySet();
        if (!KNOWN.containsAll(named)) {
            throw StoredJson.damaged(folder.resolve(ManifestFile.NAME), "names files that no model has");
        }
        Set<String> there = new TreeSet<>();
        try {
            InputFile.list(folder)
                    .forEach(entry -> there.add(entry.getFileName().toString()));
        } catch (IOException e) {
            throw StoredJson.unreadable(folder, e);
        }
        there.removeAll(named);
        there.removeAll(Set.of(ManifestFile.NAME, ManifestFile.DIGEST));
        for (String foreign : there) {
            throw StoredJson.damaged(folder.resolve(foreign), "does not belong to this model");
        }
    }

    private TrainedModel model() {
        if (manifest.files().containsKey(ENSEMBLE)) {
            return EnsembleFile.parse(folder.resolve(ENSEMBLE), verified(ENSEMBLE), manifest.formatVersion());
        }
        WeightsFile stored = verified(WEIGHTS, WeightsFile.class);
        try {
            return new AutoEncoder(stored.weights());
        } catch (IllegalArgumentException e) {
            throw new DamagedModelException(Quoted.line(folder.resolve(WEIGHTS).toString()) + ": " + e.getMessage(), e);
        }
    }

    private boolean tellsHeldOut() {
        return manifest.files().containsKey(HELD_OUT);
    }

    private <T> T verified(String name, Class<T> type) {
        return StoredJson.parse(folder.resolve(name), verified(name), type);
    }

    private byte[] verified(String name) {
        Path file = folder.resolve(name);
        byte[] bytes = StoredJson.bytes(file);
        if (!DigestUtils.sha256Hex(bytes).equals(manifest.files().get(name))) {
            throw StoredJson.damaged(file, "is not the file that was saved (its SHA-256 differs)");
        }
        return bytes;
    }
}
