package io.bellamy.exchange;

import io.bellamy.job.PropertyDefinition;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run, without what it has in common with others.
 *
 * @param properties the place of its values among those of all
 * @param measured the day, as in ISO 8601
 */
record PackedRun(int scaleOut, double runtime, int properties, Optional<String> measured, boolean finished) {

    /**
     * The values of a configuration, which is run again and again.
     *
     * @param definitions the place of what its properties are among those of all
     * @param texts by the name of the property
     */
    record PackedValues(int definitions, Map<String, String> texts) {}

    /** What runs have in common, each once, in the order of their places. */
    record SharedByRuns(List<List<PropertyDefinition>> definitions, List<PackedValues> values) {}

    /** Packs runs. */
    static final class PackedRuns {

        private final Map<PropertyDefinitions, Integer> definitions = new LinkedHashMap<>();
        private final Map<PropertyValues, Integer> values = new LinkedHashMap<>();

        List<PackedRun> of(List<Run> runs) {
            return runs.stream().map(this::of).toList();
        }

        private PackedRun of(Run run) {
            int place = values.computeIfAbsent(run.properties(), one -> values.size());
            definitions.computeIfAbsent(run.properties().definitions(), one -> definitions.size());
            return new PackedRun(
                    run.scaleOut(), run.runtime(), place, run.measured().map(LocalDate::toString), run.finished());
        }

        SharedByRuns shared() {
            return new SharedByRuns(
                    definitions.keySet().stream()
                            .map(one -> List.copyOf(one.byName().values()))
                            .toList(),
                    values.keySet().stream()
                            .map(one -> new PackedValues(definitions.get(one.definitions()), one.texts()))
                            .toList());
        }
    }

    /** Unpacks runs. */
    static final class UnpackedRuns {

        private final List<PropertyValues> values = new ArrayList<>();

        UnpackedRuns(SharedByRuns shared) {
            List<PropertyDefinitions> definitions =
                    shared.definitions().stream().map(PropertyDefinitions::of).toList();
            shared.values()
                    .forEach(one -> values.add(PropertyValues.of(definitions.get(one.definitions()), one.texts())));
        }

        List<Run> of(List<PackedRun> runs) {
            return runs.stream()
                    .map(run -> new Run(
                            run.scaleOut(),
                            run.runtime(),
                            values.get(run.properties()),
                            run.measured().map(LocalDate::parse),
                            run.finished()))
                    .toList();
        }
    }
}
