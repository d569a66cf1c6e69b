package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What evaluate may be asked for, and what it refuses. */
class EvaluateOptionsTest extends EvaluateCases {

    @Test
    void worksWithEverySupportVariantAndSplitOfValidation() throws IOException {
        Files.writeString(
                folder.resolve("by-context.yml"),
                Replaced.in(Files.readString(folder.resolve("config.yml")), "split: stratified", "split: by_context"));
        for (String support : List.of("full", "filtered", "LOCAL")) {
            Bellamy outcome = runWith(
                    "by-context.yml",
                    "support-" + support,
                    "--support",
                    support,
                    "--variant",
                    "published",
                    "--splits",
                    "1",
                    "--points",
                    "0-2",
                    "-a",
                    "all",
                    "--methods",
                    "bellamy",
                    "--search");
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.out()).contains("by a search of at most 2 trials");
            assertThat(outcome.out().contains("its contexts do not differ in data_characteristics, arguments"))
                    .isEqualTo(support.equals("filtered"));
        }
    }

    @Test
    void aFolderThatIsNotAnEvaluationsIsLeftAlone() throws IOException {
        Path foreign = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("report.html"), "mine");
        Bellamy refused = run("foreign", "--points", "4-2", "--methods", "magic", "--only", "colour");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("must be an empty folder, a new one or that of an earlier evaluation")
                .contains("--points: '4-2' must be a number or two in order, as 0-6")
                .contains("--methods: 'magic' must be one of bellamy, scaled, ernest")
                .contains("--only: 'colour' must be PROPERTY=VALUE");
        assertThat(foreign.resolve("report.html")).hasContent("mine");
        Bellamy unknown = run("nowhere", "--only", "colour=red");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("only: 'colour' must be one of machine_type, job_args, data_size_MB");
    }

    @Test
    void nothingToHoldOutIsExitCode3() {
        Bellamy none = run("none", "--only", "machine_type=huge");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("no context can be held out");
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
