package io.bellamy.store;

import io.bellamy.problem.DamagedModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the published version while others may publish and prune. What can't be read is looked for again where another
 * version has been published meanwhile: it may have been pruned. Else it is damaged, and another one answers.
 */
final class PublishedReader {

    /** Somebody who publishes faster than this can't be caught up with. */
    private static final int MOST_TRIES = 10;

    private final ModelVersions versions;
    private final boolean strict;

    PublishedReader(ModelVersions versions, boolean strict) {
        this.versions = versions;
        this.strict = strict;
    }

    ModelReading read() {
        versions.requireSome();
        Optional<String> tried = Optional.empty();
        for (int attempt = 1; true; attempt++) {
            Optional<String> published = Optional.empty();
            try {
                published = versions.published();
                versions.requireSome();
                versions.requirePublished();
                return new ModelReading(versions.read(published.orElseThrow()), List.of());
            } catch (DamagedModelException damaged) {
                if (published.isPresent() && !published.equals(tried) && attempt < MOST_TRIES) {
                    tried = published;
                    continue;
                }
                if (strict) {
                    throw damaged;
                }
                return fallback(published, damaged);
            }
        }
    }

    /**
     * The newest intact version before the published one, else after it; of all, where the published one is not there;
     * those that were held back last.
     */
    private ModelReading fallback(Optional<String> published, DamagedModelException damaged) {
        List<String> warnings = new ArrayList<>(List.of(damaged.getMessage()));
        Optional<StoredModel> heldBack = Optional.empty();
        for (String version : others(published)) {
            try {
                StoredModel model = versions.read(version);
                if (!model.manifest().heldBack()) {
                    return instead(model, warnings);
                }
                heldBack = heldBack.or(() -> Optional.of(model));
            } catch (DamagedModelException alsoDamaged) {
                warnings.add(alsoDamaged.getMessage());
            }
        }
        return instead(heldBack.orElseThrow(() -> damaged), warnings);
    }

    private List<String> others(Optional<String> published) {
        List<String> names = versions.names();
        // a name of none that is there, as damage or a hand may leave it, says nothing of which ones are newer
        String last = published.filter(names::contains).orElse("~");
        return Stream.concat(
                        names.stream().filter(name -> name.compareTo(last) < 0),
                        names.stream().filter(name -> name.compareTo(last) > 0))
                .toList();
    }

    private static ModelReading instead(StoredModel model, List<String> warnings) {
        warnings.add("version " + model.manifest().version() + " answers instead");
        return new ModelReading(model, warnings);
    }
}
