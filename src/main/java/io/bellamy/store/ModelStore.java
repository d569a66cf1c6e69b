package io.bellamy.store;

import io.bellamy.features.FittedPipeline;
import io.bellamy.files.FileKind;
import io.bellamy.files.InputFile;
import io.bellamy.job.Name;
import io.bellamy.model.TrainedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** Models below a folder: {@code <target>/<algorithm>/<version>/}. */
public final class ModelStore {

    private final Path folder;
    private final Clock clock;
    private final ModelFiles files;

    /**
     * A store.
     *
     * @param codecs the kinds of models that there are
     */
    public ModelStore(Path folder, Clock clock, List<ModelCodec<?>> codecs) {
        this.folder = folder;
        this.clock = clock;
        this.files = new ModelFiles(codecs);
    }

    /**
     * Does what reading a model takes whichever it is: a tenth of a start, for which another thread may have time.
     *
     * @param type of the models that are most likely read
     */
    public static void prepare(Class<? extends TrainedModel> type) {
        QuickJson.prepare(Manifest.class);
        QuickJson.prepare(FittedPipeline.class);
        QuickJson.prepare(type);
        DigestUtils.getSha256Digest();
    }

    /** The models of an algorithm, of which there may be none. */
    public ModelVersions of(String target, String algorithm) {
        return new ModelVersions(folder, target, algorithm, clock, files);
    }

    /** Every algorithm that there is a model of, by data set and name. */
    public List<ModelVersions> all() {
        List<ModelVersions> all = new ArrayList<>();
        for (String target : names(folder)) {
            for (String algorithm : names(folder.resolve(target))) {
                ModelVersions models = of(target, algorithm);
                if (!models.names().isEmpty()) {
                    all.add(models);
                }
            }
        }
        return all;
    }

    private static List<String> names(Path folder) {
        try {
            if (FileKind.of(folder) == FileKind.NOTHING) {
                return List.of();
            }
            List<String> names = new ArrayList<>();
            for (Path entry : InputFile.list(folder)) {
                String name = entry.getFileName().toString();
                if (Name.objection(name).isEmpty() && FileKind.of(entry) == FileKind.FOLDER) {
                    names.add(name);
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("can't list the models in " + folder, e);
        }
    }
}
