package io.bellamy.store;

import java.util.List;

/**
 * A model that was read to answer with.
 *
 * @param model the model
 * @param warnings why it is not the published one, where it is not
 */
public record ModelReading(StoredModel model, List<String> warnings) {

    public ModelReading {
        warnings = List.copyOf(warnings);
    }
}
