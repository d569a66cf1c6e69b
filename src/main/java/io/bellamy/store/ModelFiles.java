package io.bellamy.store;

import io.bellamy.features.FittedPipeline;
import io.bellamy.files.FileKind;
import io.bellamy.files.InputFile;
import io.bellamy.files.OutputFile;
import io.bellamy.model.TrainedModel;
import io.bellamy.training.HeldOutContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The files of a version of a model: JSON throughout, each with its SHA-256 in the manifest.
 *
 * @param codecs the kinds of models that there are
 */
record ModelFiles(List<ModelCodec<?>> codecs) {

    static final String PIPELINE = "pipeline.json";

    static final String HELD_OUT = "held_out.json";

    /** The content of held_out.json. */
    record HeldOutFile(List<HeldOutContext> contexts) {}

    ModelFiles {
        codecs = List.copyOf(codecs);
    }

    /** Writes all files into an empty folder, the manifest last. */
    static void write(Path folder, NewModel model, String version, String created) throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : model.files().files().entrySet()) {
            OutputFile.write(folder.resolve(file.getKey()), file.getValue());
            digests.put(file.getKey(), DigestUtils.sha256Hex(file.getValue()));
        }
        ManifestFile.write(folder, model.manifest().make(version, created, digests));
        OutputFile.forceFolder(folder);
    }

    /**
     * Reads a version whole.
     *
     * @throws io.bellamy.problem.DamagedModelException naming the file that is missing, foreign or damaged
     */
    StoredModel read(Path folder) {
        Opened files = open(folder);
        if (files.tells(HELD_OUT)) {
            files.verified(HELD_OUT);
        }
        FittedPipeline pipeline = files.verified(PIPELINE, FittedPipeline.class);
        ModelCodec<?> codec = codecs.stream()
                .filter(kind -> files.tells(kind.file()))
                .findFirst()
                .orElseThrow(() -> StoredJson.damaged(folder.resolve(ManifestFile.NAME), "names no model"));
        TrainedModel model = codec.read(
                new StoredFile(folder.resolve(codec.file()), files.verified(codec.file())),
                new ModelCodec.Beside(files.manifest(), pipeline));
        return new StoredModel(files.manifest(), model, pipeline);
    }

    /**
     * Reads what the model says of runs that it did not learn from; one of an earlier format does not tell.
     *
     * @throws io.bellamy.problem.DamagedModelException naming the file that is missing, foreign or damaged
     */
    List<HeldOutContext> heldOut(Path folder) {
        Opened files = open(folder);
        return files.tells(HELD_OUT)
                ? files.verified(HELD_OUT, HeldOutFile.class).contexts()
                : List.of();
    }

    /**
     * Checks that every file of a version is there and as it was saved, and gives the manifest.
     *
     * @throws io.bellamy.problem.DamagedModelException naming the file that is missing, foreign or damaged
     */
    Manifest verify(Path folder) {
        Opened files = open(folder);
        files.manifest().files().keySet().forEach(files::verified);
        return files.manifest();
    }

    private Opened open(Path folder) {
        requireFolder(folder);
        Opened files = new Opened(folder, ManifestFile.read(folder));
        // what stands in a manifest becomes a path only if it is one of these
        files.rejectForeign(PackedModel.names(codecs));
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

    /** A version whose manifest was read. */
    private record Opened(Path folder, Manifest manifest) {

        void rejectForeign(Set<String> known) {
            Set<String> named = manifest.files().keySet();
            if (!known.containsAll(named)) {
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

        boolean tells(String name) {
            return manifest.files().containsKey(name);
        }

        <T> T verified(String name, Class<T> type) {
            return StoredJson.parse(folder.resolve(name), verified(name), type);
        }

        byte[] verified(String name) {
            Path file = folder.resolve(name);
            byte[] bytes = StoredJson.bytes(file);
            if (!DigestUtils.sha256Hex(bytes).equals(manifest.files().get(name))) {
                throw StoredJson.damaged(file, "is not the file that was saved (its SHA-256 differs)");
            }
            return bytes;
        }
    }
}
