package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small data set of the user's own and a configuration with all that the original's sampler takes. */
class OwnDataTest {

    @TempDir
    private Path folder;

    @Test
    void whatADataSetDoesNotHaveIsNoReasonToWarnAndTheSamplersArgumentsAreAccepted() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data/own"));
        Files.writeString(data.resolve("dataset.yml"), """
                algorithms:
                  wordcount:
                    file: runs.csv
                    scale_out: {column: nodes}
                    runtime: {column: runtime}
                    properties:
                      machine_type: {column: machine}
                      data_size_MB: {column: size}
                """);
        Files.writeString(data.resolve("runs.csv"), "nodes,runtime,machine,size\n2,10,m1,5\n4,6,m1,5\n");
        String config = Replaced.in(Files.readString(Path.of("config.yml")), "  prior_weight: 2\n", """
                  consider_prior: true
                  prior_weight: 0.5
                  consider_magic_clip: false
                  consider_endpoints: true
                  multivariate: true
                  group: false
                  warn_independent_sampling: true
                  constant_liar: false
                """);
        Files.writeString(folder.resolve("config.yml"), config);

        Bellamy trained = run("", "pretrain", "--trials", "1", "--epochs", "2");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(trained.err())
                .contains("accepted, but without meaning here: optuna_search.constant_liar, optuna_search.group, "
                        + "optuna_search.multivariate, optuna_search.warn_independent_sampling");

        String request = "{min_scale_out: 2, max_scale_out: 4, essential_properties: {machine_type: m1}}";
        Bellamy answer = run(request, "predict", "-r", "-");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("rests most on ").doesNotContain("is unknown for this machine type");
    }

    private Bellamy run(String input, String... arguments) {
        return Bellamy.runWithInput(
                input,
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of(
                                        "-tt",
                                        "own",
                                        "-a",
                                        "wordcount",
                                        "--config",
                                        folder.resolve("config.yml").toString(),
                                        "--data-dir",
                                        folder.resolve("data").toString(),
                                        "--models-dir",
                                        folder.resolve("models").toString()))
                        .toArray(String[]::new));
    }
}
