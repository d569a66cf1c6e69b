package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellamy.job.Run;
import io.bellamy.problem.BellamyException;
import io.bellamy.problem.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * A data set {@code mine} that a test describes.
 *
 * @param folder of all data sets
 * @param limits how much is looked at
 */
record OwnTable(Path folder, Limits limits) {

    private static final String ONE_RUN = """
            algorithms:
              job:
                file: runs.csv
                separator: ";"
                scale_out: {column: nodes}
                runtime: %s
                properties: {data_size_MB: %s}
            """;

    /** In an empty folder. */
    static OwnTable in(Path folder) {
        OwnTable table = new OwnTable(folder, Limits.DEFAULTS);
        unchecked(() -> Files.createDirectory(folder.resolve("mine")));
        return table;
    }

    /** A table of one run with the columns nodes (2), a, b and size. */
    static OwnTable ofOneRun(Path folder, String runtime, String size, String cells) {
        return in(folder)
                .described(ONE_RUN.formatted(runtime, size))
                .with("runs.csv", "nodes;a;b;size\n2;" + cells + "\n");
    }

    OwnTable described(String description) {
        return with("dataset.yml", description);
    }

    OwnTable with(String file, String text) {
        unchecked(() -> Files.writeString(folder.resolve("mine").resolve(file), text));
        return this;
    }

    /** As a program that starts now sees it. */
    DatasetCatalog catalog() {
        return new DatasetCatalog(folder, DatasetCatalog.FORMATS, new Anything(), limits, Clock.systemUTC());
    }

    Dataset load(String algorithm) {
        return catalog().load("mine", algorithm);
    }

    /** The runtimes of the runs that came to their end. */
    List<Double> runtimes(String algorithm) {
        return load(algorithm).runs().stream().map(Run::runtime).toList();
    }

    /** The values of a property, in the order of the runs; a blank is a dash. */
    List<String> values(String property) {
        return load("job").runs().stream()
                .map(run -> run.properties().texts().getOrDefault(property, "-"))
                .toList();
    }

    /** All that is said where it is refused. */
    String refusal(String algorithm) {
        StringBuilder said = new StringBuilder();
        assertThatThrownBy(() -> load(algorithm))
                .isInstanceOf(BellamyException.class)
                .satisfies(refused -> said.append(refused.getMessage()));
        return said.toString();
    }

    /** Every value will do; sizes are numbers. */
    private static final class Anything implements ValueRules {

        @Override
        public Optional<String> objection(String property, String value) {
            return Optional.empty();
        }

        @Override
        public List<String> names() {
            return List.of("machine_type", "data_size_MB", "memory", "slots", "job_args");
        }

        @Override
        public boolean isNumber(String property) {
            return property.equals("data_size_MB");
        }
    }

    @FunctionalInterface
    private interface Writing {
        Object write() throws IOException;
    }

    private static void unchecked(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
