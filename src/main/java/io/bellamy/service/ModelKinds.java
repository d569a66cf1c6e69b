package io.bellamy.service;

import io.bellamy.config.Configuration;
import io.bellamy.store.ModelCodec;
import io.bellamy.store.PackedModel;
import java.util.List;
import java.util.Set;

/**
 * The kinds of models that there are.
 *
 * @param kinds of different names
 */
public record ModelKinds(List<ModelKind> kinds) {

    /** Those of this program. */
    public static final ModelKinds ALL = new ModelKinds(List.of(new EnsembleKind(), new NetworkKind()));

    public ModelKinds {
        kinds = List.copyOf(kinds);
    }

    /** As configurations name them. */
    public List<String> names() {
        return kinds.stream().map(ModelKind::name).toList();
    }

    /** The kind of a name that configurations may have. */
    ModelKind of(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of model is called " + name));
    }

    /** The names of the files that a model may have. */
    Set<String> files(Configuration configuration) {
        return PackedModel.names(codecs(configuration));
    }

    /** How every kind is kept. */
    List<ModelCodec<?>> codecs(Configuration configuration) {
        return kinds.stream()
                .<ModelCodec<?>>map(kind -> kind.codec(configuration))
                .toList();
    }
}
