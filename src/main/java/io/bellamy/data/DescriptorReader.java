package io.bellamy.data;

import io.bellamy.job.Name;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a dataset.yml. Under {@code defaults} stands what all algorithms share; what an algorithm says itself wins, key
 * by key and property by property.
 *
 * @param formats that data may have
 */
record DescriptorReader(List<RunFormat> formats) {

    /** Every algorithm has the properties of the defaults: thousands of both would be millions. */
    private static final int MOST_ALGORITHMS = 1000;

    DatasetDescriptor read(YamlSection root) {
        root.scalar("title");
        String citation = root.scalar("citation").map(YamlScalar::text).orElse("");
        List<String> joins = root.scalars("joins").stream()
                .flatMap(scalar -> name(scalar).stream())
                .toList();
        YamlSection defaults = root.section("defaults");
        YamlSection listed = root.section("algorithms");
        Map<String, AlgorithmDescriptor> algorithms = new LinkedHashMap<>();
        AlgorithmReader reader = new AlgorithmReader(formats, defaults);
        for (String algorithm : Named.fewEnough(listed, MOST_ALGORITHMS)) {
            Name.objection(algorithm)
                    .ifPresent(rule -> root.problems().add(listed.place(algorithm) + ": the name must be " + rule));
            reader.read(listed.section(algorithm)).ifPresent(read -> algorithms.put(algorithm, read));
        }
        defaults.rejectUnknownKeys();
        root.rejectUnknownKeys();
        if (listed.isEmpty() == joins.isEmpty()) {
            root.problems().add(root.place() + ": must have either algorithms or joins");
        }
        return new DatasetDescriptor(citation, algorithms, joins);
    }

    private static Optional<String> name(YamlScalar scalar) {
        Optional<String> objection = Name.objection(scalar.text());
        objection.ifPresent(scalar::reject);
        return objection.isPresent() ? Optional.empty() : Optional.of(scalar.text());
    }
}
