package io.bellamy.request;

import io.bellamy.features.Property;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the values that a request gives for properties. */
final class PropertyReader {

    private static final int LONGEST_VALUE = 1000;

    private PropertyReader() {}

    /** The values that are not blank, by name; what else stands there becomes a problem. */
    static Map<String, String> read(YamlSection section, List<Property> known) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Property property : known) {
            Optional<YamlScalar> given = section.scalar(property.name())
                    .filter(scalar -> !scalar.text().isBlank());
            given.ifPresent(scalar -> {
                objection(scalar.text())
                        .or(() -> property.objection(scalar.text()))
                        .ifPresent(scalar::reject);
                values.put(property.name(), scalar.text().strip());
            });
        }
        section.rejectUnknownKeys();
        return values;
    }

    /** Why no property can have a value, as a rule; empty where one can. */
    static Optional<String> objection(String value) {
        if (value.isBlank()) {
            return Optional.of("some text");
        }
        return value.length() > LONGEST_VALUE
                ? Optional.of("at most " + LONGEST_VALUE + " characters long")
                : Optional.empty();
    }
}
