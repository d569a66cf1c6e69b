package io.bellamy.store;

import io.bellamy.features.FittedPipeline;
import io.bellamy.model.TrainedModel;
import io.bellamy.training.HeldOutContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A trained model as the bytes of its files, all but the manifest.
 *
 * @param files by name; nobody changes what they hold
 */
public record PackedModel(Map<String, byte[]> files) {

    public PackedModel {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** The names that files of models have, all but the manifest. */
    public static Set<String> names(List<ModelCodec<?>> codecs) {
        Set<String> names = new HashSet<>(Set.of(ModelFiles.PIPELINE, ModelFiles.HELD_OUT));
        codecs.forEach(codec -> names.add(codec.file()));
        return names;
    }

    /**
     * Packs a model.
     *
     * @param codecs the kinds of models that there are
     * @param pipeline as fitted in pretraining
     * @param heldOut what the model says of runs that it did not learn from
     */
    public static PackedModel of(
            List<ModelCodec<?>> codecs, TrainedModel model, FittedPipeline pipeline, List<HeldOutContext> heldOut) {
        ModelCodec<?> codec = codecs.stream()
                .filter(kind -> kind.type().isInstance(model))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no codec for " + model.getClass().getSimpleName()));
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            files.put(codec.file(), StoredJson.render(content(codec, model)));
            files.put(ModelFiles.PIPELINE, StoredJson.render(pipeline));
            files.put(ModelFiles.HELD_OUT, StoredJson.render(new ModelFiles.HeldOutFile(heldOut)));
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the model", e);
        }
        return new PackedModel(files);
    }

    private static <M extends TrainedModel> Object content(ModelCodec<M> codec, TrainedModel model) {
        return codec.content(codec.type().cast(model));
    }
}
