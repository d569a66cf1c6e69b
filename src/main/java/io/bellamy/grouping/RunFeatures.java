package io.bellamy.grouping;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What runs are grouped by.
 *
 * @param name that the user gave to the application
 * @param program what was submitted
 * @param settings of Spark and of Java
 * @param hosts where its executors were
 */
public record RunFeatures(
        Optional<String> name, SubmittedProgram program, Map<String, String> settings, List<String> hosts) {

    /** What is not blank and not hidden by Spark itself. */
    Optional<String> setting(String property) {
        return Optional.ofNullable(settings.get(property))
                .map(String::strip)
                .filter(value -> !value.isEmpty() && !value.contains("(redacted)"));
    }
}
