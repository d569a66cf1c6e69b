package io.bellamy.data;

import io.bellamy.job.Name;
import io.bellamy.problem.Quoted;
import io.bellamy.yaml.KeyAdvice;
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
 * @param jobs that a column names
 * @param known the properties that the pipeline knows; empty where that is not told
 */
record DescriptorReader(Formats formats, Jobs jobs, List<String> known) {

    /** Finds the jobs that a column names. */
    @FunctionalInterface
    interface Jobs {
        /** What they are called there, by the names of their algorithms. */
        Map<String, String> of(AlgorithmDescriptor rows, YamlScalar column);
    }

    /** Every algorithm has the properties of the defaults: thousands of both would be millions. */
    static final int MOST_ALGORITHMS = 1000;

    DatasetDescriptor read(YamlSection root) {
        root.scalar("title");
        String citation = root.scalar("citation").map(YamlScalar::text).orElse("");
        List<String> joins = root.scalars("joins").stream()
                .flatMap(scalar -> name(scalar).stream())
                .toList();
        YamlSection defaults = root.section("defaults");
        YamlSection listed = root.section("algorithms");
        YamlSection from = root.section("algorithms_from");
        Map<String, AlgorithmDescriptor> algorithms = new LinkedHashMap<>();
        AlgorithmReader reader = new AlgorithmReader(formats, defaults);
        for (String algorithm : NamedEntries.fewEnough(listed, MOST_ALGORITHMS)) {
            Name.objection(algorithm)
                    .ifPresent(rule -> root.problems().add(listed.place(algorithm) + ": the name must be " + rule));
            reader.read(listed.section(algorithm)).ifPresent(read -> algorithms.put(algorithm, read));
        }
        List<String> warnings = new PropertyAdvice(known).of(defaults, listed);
        Optional<YamlScalar> column = from.isEmpty() ? Optional.empty() : from.requiredScalar("column");
        Optional<AlgorithmDescriptor> common = from.isEmpty() ? Optional.empty() : reader.read(defaults);
        from.rejectUnknownKeys();
        boolean owns = !listed.isEmpty() || !from.isEmpty();
        if (owns || !joins.isEmpty()) { // else nobody has asked for any of them
            defaults.rejectUnknownKeys();
        }
        root.rejectUnknownKeys();
        if (owns != joins.isEmpty()) {
            root.problems()
                    .add(root.place()
                            + ": must have either algorithms or joins, where algorithms_from stands for algorithms");
        }
        if (!from.isEmpty()) {
            // what is wrong with the description is told before its files are read
            root.problems().throwIfAny();
            return new DatasetDescriptor(
                    citation,
                    found(listed, algorithms, common.orElseThrow(), column.orElseThrow()),
                    common,
                    List.of(),
                    warnings);
        }
        return new DatasetDescriptor(citation, algorithms, Optional.empty(), joins, warnings);
    }

    /** The algorithms that a column names, each read as it says itself if it is listed too. */
    private Map<String, AlgorithmDescriptor> found(
            YamlSection listed, Map<String, AlgorithmDescriptor> own, AlgorithmDescriptor common, YamlScalar column) {
        Map<String, String> names = jobs.of(common, column);
        Map<String, AlgorithmDescriptor> algorithms = new LinkedHashMap<>();
        names.forEach((name, job) ->
                algorithms.put(name, own.getOrDefault(name, common).of(new Condition.OfJob(column.text(), job))));
        own.forEach((name, algorithm) -> {
            if (!names.containsKey(name)) {
                listed.problems()
                        .add(listed.place(name) + ": column " + Quoted.of(column.text()) + " names no such algorithm"
                                + KeyAdvice.meant(name, names.keySet())
                                        .map(near -> "; the nearest is " + near)
                                        .orElse(""));
            } else if (!algorithm.form().file().equals(common.form().file())) {
                listed.problems()
                        .add(listed.place(name) + ": file: must be left out, since algorithms_from reads that of the"
                                + " defaults");
            }
        });
        return algorithms;
    }

    private static Optional<String> name(YamlScalar scalar) {
        Optional<String> objection = Name.objection(scalar.text());
        objection.ifPresent(scalar::reject);
        return objection.isPresent() ? Optional.empty() : Optional.of(scalar.text());
    }
}
