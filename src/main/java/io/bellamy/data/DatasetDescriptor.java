package io.bellamy.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a dataset.yml says.
 *
 * @param citation what to cite when figures from this data are published; may be blank
 * @param algorithms how the runs of each algorithm are read, by name, in the order of the file
 * @param unnamed how the runs of an algorithm are read that no row names yet, where a column names the algorithms
 * @param joins other data sets whose runs of the same algorithm are put together, in this order
 * @param warnings about what may not be meant as it stands there
 */
record DatasetDescriptor(
        String citation,
        Map<String, AlgorithmDescriptor> algorithms,
        Optional<AlgorithmDescriptor> unnamed,
        List<String> joins,
        List<String> warnings) {

    DatasetDescriptor {
        algorithms = Collections.unmodifiableMap(new LinkedHashMap<>(algorithms));
        joins = List.copyOf(joins);
        warnings = List.copyOf(warnings);
    }
}
