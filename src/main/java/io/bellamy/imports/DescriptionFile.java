package io.bellamy.imports;

import io.bellamy.files.InputFile;
import io.bellamy.files.OutputFile;
import io.bellamy.grouping.ImportRules.ScaleOutMeasure;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.yaml.YamlFile;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * dataset.yml: written once and then the user's. An import only adds the algorithms that are new, at its end, where what was
 * there then still means the same.
 *
 * @param path of the file, which need not be there
 */
record DescriptionFile(Path path) {

    static final String NAME = "dataset.yml";

    /** No more are read. */
    private static final int MOST_ALGORITHMS = 1000;

    private static final String SIZE = "data_size_MB";
    private static final String NEW = """
            # Made by bellamy import, once: from now on it is yours. Imports only add algorithms that are new, at the end.
            # What the columns of runs.csv are: docs/IMPORT.md. What can stand here: docs/DATASETS.md.
            title: Runs of Spark, from its event logs
            citation: ""

            defaults:
              file: runs.csv
              scale_out: {column: scale_out, of: COUNTED}
              runtime: {column: runtime_s, unit: s}
              measured_at: {column: started}
              memory_use:
                spilled: {column: memory_was, equals: [spilled, short]}
                died: {column: memory_was, equals: died}
                peak: {column: peak_memory_bytes, unit: B, of: task}
              properties:
                machine_type: {column: machine_type, role: machine_type}
                environment: {column: environment}
                job_type: {constant: spark}
                job_args: {column: job_args, kind: numbers, role: arguments}
                memory: {column: memory_MB, unit: MB, role: memory}
                slots: {column: slots, role: slots}

            algorithms:
            """;

    static DescriptionFile in(Path folder) {
        return new DescriptionFile(folder.resolve(NAME));
    }

    boolean exists() throws IOException {
        return file().exists();
    }

    private InputFile file() {
        return InputFile.inside(path.getParent(), path);
    }

    /** Whether the runs of each algorithm that is described have a size, by its name. */
    Map<String, Boolean> sized() throws IOException {
        return exists() ? sized(YamlFile.text(file())) : Map.of();
    }

    private Map<String, Boolean> sized(String text) {
        Problems problems = new Problems();
        YamlSection root = YamlFile.parse(path.toString(), text, problems);
        boolean all = root.section("defaults").section("properties").has(SIZE);
        YamlSection algorithms = root.section("algorithms");
        Map<String, Boolean> sized = new LinkedHashMap<>();
        for (String name : algorithms.keys()) {
            sized.put(
                    name, all || algorithms.section(name).section("properties").has(SIZE));
        }
        problems.throwIfAny();
        return sized;
    }

    /**
     * Adds algorithms.
     *
     * @param sized whether their runs have a size, by their names
     * @param scaleOut what is counted
     * @param dryRun whether to write nothing
     * @return what the user must do, where it can't be done here
     */
    Optional<String> add(Map<String, Boolean> sized, ScaleOutMeasure scaleOut, boolean dryRun) throws IOException {
        String before = exists() ? YamlFile.text(file()) : NEW.replace("COUNTED", counted(scaleOut));
        Map<String, Boolean> known = exists() ? sized(before) : Map.of();
        StringBuilder lines = new StringBuilder();
        Map<String, Boolean> after = new LinkedHashMap<>(known);
        sized.forEach((name, hasSize) -> {
            if (after.size() < MOST_ALGORITHMS && after.putIfAbsent(name, hasSize) == null) {
                lines.append(lines(name, hasSize));
            }
        });
        String text = (before.isEmpty() || before.endsWith("\n") ? before : before + "\n") + lines;
        if (lines.length() > 0 && !says(text, after)) {
            return Optional.of(
                    Quoted.line(path.toString()) + " does not end with its algorithms, so add there yourself:\n"
                            + lines.toString().stripTrailing());
        }
        if (lines.length() > 0 && !dryRun) {
            try {
                OutputFile.replace(path, text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException failure) {
                throw new UncheckedIOException("can't write " + Quoted.line(path.toString()), failure);
            }
        }
        Set<String> missing = new TreeSet<>(sized.keySet());
        missing.removeAll(after.keySet());
        return missing.isEmpty()
                ? unlike(text, counted(scaleOut))
                : Optional.of(
                        "more than " + MOST_ALGORITHMS + " algorithms; not described: " + String.join(", ", missing));
    }

    private static String counted(ScaleOutMeasure scaleOut) {
        return switch (scaleOut) {
            case EXECUTORS -> "executors";
            case HOSTS -> "machines";
            case CORES -> "cores";
        };
    }

    /** Where the description says that something else is counted, launchers would be told nonsense. */
    private Optional<String> unlike(String text, String counted) {
        Problems problems = new Problems();
        YamlSection root = YamlFile.parse(path.toString(), text, problems);
        String said = root.section("defaults")
                .section("scale_out")
                .scalar("of")
                .map(YamlScalar::text)
                .orElse("machines");
        return said.equals(counted)
                ? Optional.empty()
                : Optional.of(Quoted.line(path.toString()) + " takes the scale-out for a number of " + Quoted.line(said)
                        + ", but it is one of " + counted + ": write there\n  scale_out: {column: scale_out, of: "
                        + counted + "}");
    }

    private boolean says(String text, Map<String, Boolean> wanted) {
        try {
            return sized(text).equals(wanted);
        } catch (InvalidInputException notAsItWas) {
            return false;
        }
    }

    private static String lines(String name, boolean hasSize) {
        String size = """
                    properties:
                      data_size_MB: {column: data_size_MB, unit: MB, role: data_size}
                """;
        return "  \"" + name + "\":\n    rows: {column: algorithm, equals: \"" + name + "\"}\n"
                + "    memory_use: {rows: {column: memory_of, equals: \"" + name + "\"}}\n" + (hasSize ? size : "");
    }
}
