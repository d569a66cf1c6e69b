package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the scale-out counts executors, nobody is told of as many machines, whatever is asked. */
class CountedUnitsTest extends CheckCases {

    /** A number of machines that should be one of executors, or the word where more of them are meant. */
    private static final String MACHINES = "\\d+ (x|machines?)\\b|more machines|a machine\\b|per machine|\\[machines";

    @BeforeEach
    void countExecutors() throws IOException {
        Path description = folder.resolve("data/mine/dataset.yml");
        Files.writeString(
                description,
                Files.readString(description)
                        .replace("{column: nodes}", "{column: nodes, of: executors}")
                        .replace("    machine_type: {column: machine}\n", "")
                        .replace("    slots:", "    memory: {constant: 4000, unit: MB, per: node}\n    slots:"));
    }

    private String out(String command, String... more) {
        Bellamy outcome = jobs.bellamy(command, more);
        assertThat(outcome.out())
                .as(command + ": " + outcome.err())
                .isNotEmpty()
                .doesNotContainPattern(MACHINES);
        return outcome.out();
    }

    @Test
    void executorsAreSpokenOfWhereTheyAreCounted() throws IOException {
        jobs.job("orders", "", FIRST, NIGHTS, 0, night -> night.shared(60, 0.9) * (night.number() < 41 ? 1 : 1.5))
                .job("clicks", "", FIRST, NIGHTS, 0, night -> new NightlyJobs.Night(
                                0, night.number() < 36 ? night.nodes() : 4, night.size())
                        .shared(20, 1))
                .write();
        jobs.bellamy("pretrain", "-a", "all");
        assertThat(out("predict", "-a", "orders", "--explain"))
                .containsPattern("recommended: \\d+ executors, ")
                .contains("4 per executor x scale-out");
        assertThat(out("suggest", "-a", "orders")).containsPattern("measure next: \\d+ executors?: ");
        assertThat(out("check", "--since", SINCE.toString(), "--max-runtime", "300"))
                .contains(" at 8 executors", "no longer scales: on 12 executors it took");
        assertThat(out("report")).contains("8 executors", " executor-h a month");
        Path page = folder.resolve("check.html");
        out("check", "--since", SINCE.toString(), "--html", page.toString());
        assertThat(Files.readString(page)).contains("8 executors").doesNotContainPattern(MACHINES);
        Path picture = folder.resolve("picture.svg");
        out("predict", "-a", "orders", "--plot", picture.toString());
        assertThat(Files.readString(picture)).contains("scale-out [executors]").doesNotContainPattern(MACHINES);
        assertThat(JSON.readTree(out("predict", "-a", "orders", "-o", "json"))
                        .get("scale_out_counts")
                        .asText())
                .isEqualTo("executors");
    }

    @Test
    void aTypeOfTheirMachinesStandsBesideThem() throws IOException {
        Path description = folder.resolve("data/mine/dataset.yml");
        Files.writeString(
                description,
                Files.readString(description)
                        .replace("  properties:\n", "  properties:\n    machine_type: {column: machine}\n"));
        steady("steady");
        jobs.write();
        assertThat(out("check", "--since", SINCE.toString())).contains("8 executors on large");
    }

    @Test
    void aRunThatIsRecordedHasExecutors() throws IOException {
        steady("steady");
        jobs.write();
        Bellamy recorded = Bellamy.run(
                "record",
                "-tt",
                "mine",
                "--data-dir",
                folder.resolve("data").toString(),
                "--config",
                folder.resolve("config.yml").toString(),
                "-a",
                "steady",
                "--scale-out",
                "3",
                "--runtime",
                "12",
                "--property",
                "data_size_MB=1",
                "--property",
                "job_args=");
        assertThat(recorded.out()).as(recorded.err()).contains("recorded: steady ", ", 3 executors, 12 s");
    }
}
