package io.bellamy.memory;

import io.bellamy.job.PropertyValues;
import java.util.Map;
import java.util.TreeMap;

/** Values without one of them. */
final class MissingProperty {

    private MissingProperty() {}

    static PropertyValues of(PropertyValues values, String name) {
        Map<String, String> texts = new TreeMap<>(values.texts());
        texts.remove(name);
        return PropertyValues.of(values.definitions(), texts);
    }
}
