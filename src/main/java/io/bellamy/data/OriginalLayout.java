package io.bellamy.data;

import io.bellamy.problem.Problems;
import io.bellamy.yaml.YamlFile;
import io.bellamy.yaml.YamlSection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The data folder of the original prototype, which has no dataset.yml: c3o/*.tsv with the columns that our data has, and
 * bell/*.csv with the columns Nodes and Runtime (in milliseconds). The rest is as in our own descriptions, which are part
 * of the program for this purpose.
 */
final class OriginalLayout {

    private static final Set<String> TARGETS = Set.of("c3o", "bell", "all");

    private OriginalLayout() {}

    /** How the original lays out this data set, if it has it. */
    static Optional<DatasetDescriptor> descriptor(String target) {
        if (!TARGETS.contains(target)) {
            return Optional.empty();
        }
        DatasetDescriptor ours = builtIn(target);
        Map<String, AlgorithmDescriptor> algorithms = new LinkedHashMap<>();
        ours.algorithms().forEach((name, algorithm) -> algorithms.put(name, adapted(target, name, algorithm)));
        return Optional.of(
                new DatasetDescriptor(ours.citation(), algorithms, Optional.empty(), ours.joins(), List.of()));
    }

    private static AlgorithmDescriptor adapted(String target, String name, AlgorithmDescriptor ours) {
        boolean bell = target.equals("bell");
        return new AlgorithmDescriptor(
                new TableForm(name + (bell ? ".csv" : ".tsv"), Optional.empty(), bell ? ',' : '\t', DecimalMark.POINT),
                List.of(),
                bell ? "Nodes" : ours.scaleOut(),
                ours.counts(),
                bell ? new RuntimeSource.Taken("Runtime", TimeUnit.MS) : ours.runtime(),
                List.of(),
                Optional.empty(),
                ours.outliers(),
                ours.properties(),
                Optional.empty(),
                MadeColumns.NONE);
    }

    private static DatasetDescriptor builtIn(String target) {
        String resource = "/data/" + target + "/dataset.yml";
        Problems problems = new Problems();
        try (InputStream in = OriginalLayout.class.getResourceAsStream(resource)) {
            YamlSection root = YamlFile.read(resource, in, problems);
            DatasetDescriptor descriptor = new DescriptorReader(
                            new Formats(DatasetCatalog.FORMATS), (rows, column) -> Map.of(), List.of())
                    .read(root);
            problems.throwIfAny();
            return descriptor;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
