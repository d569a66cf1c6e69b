package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Asking about a job without writing a request. */
class UsualRequestTest extends OwnModelCases {

    private Bellamy run(String command, String... more) {
        String[] arguments = OwnFolder.with(own.arguments(command, "-a", "wordcount"), more);
        return Bellamy.run(arguments);
    }

    private Bellamy init() {
        return Bellamy.run(
                "init",
                "-tt",
                "own",
                "-a",
                "wordcount",
                "--data-dir",
                folder.resolve("data").toString(),
                "--config",
                folder.resolve("config.yml").toString());
    }

    /** But for the model's age: a second may pass between two answers. */
    private static JsonNode json(Bellamy told) throws IOException {
        assertThat(told.exitCode()).as(told.err()).isZero();
        JsonNode answer = new ObjectMapper().readTree(told.out());
        if (answer.get("model") instanceof ObjectNode model) {
            model.remove("age_seconds");
        }
        return answer;
    }

    @Test
    void theContextIsThatOfTheNewestRunAndScaleOutsGoHalfAndTwiceBeyond() throws IOException {
        Bellamy init = init();
        assertThat(init.exitCode()).as(init.err()).isZero();
        assertThat(init.out())
                .contains("min_scale_out: 1\nmax_scale_out: 16\n")
                .contains("machine_type: \"large\"\n")
                .contains("data_size_MB: \"9000\"\n");
        JsonNode usual = json(run("predict", "-o", "json"));
        Path written = Files.writeString(folder.resolve("request.yml"), init.out());
        assertThat(json(run("predict", "-o", "json", "-r", written.toString()))).isEqualTo(usual);
    }

    /** Where the data count cores, more lie between the least and the most than can be asked about. */
    @Test
    void ofTooManyScaleOutsThoseAroundTheNewestRunAreAskedAbout() throws IOException {
        Path runs = folder.resolve("data/own/runs.csv");
        Files.writeString(runs, Files.readString(runs) + "80000,10,large,9000\n");
        assertThat(init().out()).contains("min_scale_out: 70001\n").contains("max_scale_out: 80000\n");
        Files.writeString(runs, Files.readString(runs).replace("80000,", "9000,"));
        assertThat(init().out()).contains("min_scale_out: 2\n").contains("max_scale_out: 10001\n");
    }

    @Test
    void halfOfAnOddNumberIsRoundedUp() throws IOException {
        Path runs = folder.resolve("data/own/runs.csv");
        Files.writeString(runs, Files.readString(runs).replace("\n2,", "\n3,"));
        assertThat(init().out()).contains("min_scale_out: 2\nmax_scale_out: 16\n");
    }

    /** The last row of the file counts only where no day says otherwise. */
    @Test
    void theNewestRunIsThatOfTheLastDay() throws IOException {
        Path runs = folder.resolve("data/own/runs.csv");
        Files.writeString(
                runs,
                Files.readString(runs)
                        .replace("\n", ",2026-01-01\n")
                        .replaceFirst("2026-01-01", "day")
                        .replaceFirst("2026-01-01", "2026-01-02"));
        Path description = folder.resolve("data/own/dataset.yml");
        Files.writeString(
                description,
                Replaced.in(
                        Files.readString(description),
                        "  properties:\n",
                        "  measured_at: {column: day}\n  properties:\n"));
        assertThat(init().out()).contains("newest run, of 2026-01-02.").contains("data_size_MB: \"1000\"\n");
    }

    /** What all runs on the machine type of the newest one have is filled in of all of them. */
    @Test
    void whatAMachineHasIsWrittenDownWhereRunsOnItsTypeLeaveItOpen() throws IOException {
        Path runs = folder.resolve("data/own/runs.csv");
        Path description = folder.resolve("data/own/dataset.yml");
        String rows =
                "nodes,runtime,machine,size,cores\n2,9,small,1,4\n2,9,small,1,8\n2,9,large,1,16\n4,5,large,1,16\n";
        Files.writeString(runs, rows);
        Replaced.inFile(description, "  properties:\n", "  properties:\n    slots: {column: cores, per: node}\n");
        String heading = "optional_properties_per_node:\n";
        assertThat(init().out()).doesNotContain(heading);
        Files.writeString(runs, rows + "5,5,large,1,12\n");
        assertThat(init().out()).contains(heading + "  slots: \"12\"\n");
        // without machine types nothing is filled in
        Files.writeString(runs, rows);
        Replaced.inFile(description, "    machine_type: {column: machine}\n", "");
        assertThat(init().out()).contains(heading + "  slots: \"16\"\n");
        // of clusters that all have as many together, however many machines they are
        Replaced.inFile(
                description,
                "    slots: {column: cores, per: node}\n",
                "    slots: {column: cores}\n    machine_type: {column: machine}\n");
        assertThat(init().out()).doesNotContain(heading);
    }

    @Test
    void whatIsToBeOtherwiseIsSaidWithOptions() throws IOException {
        JsonNode answer = json(run("predict", "-o", "json", "--scale-outs", "3-5", "--property", "machine_type=m9"));
        assertThat(answer.toString()).contains("\"machine_type\":\"m9\"");
        assertThat(answer.findValuesAsText("scale_out")).contains("3", "4", "5").doesNotContain("2", "6");
        assertThat(run("suggest", "--scale-outs", "4").exitCode()).isZero();
    }

    @Test
    void whatCannotBeIsTold() {
        assertThat(run("predict", "--scale-outs", "5-3").err()).contains("--scale-outs: '5-3' must be");
        assertThat(run("predict", "--property", "color=red").err())
                .contains("no property color; there are machine_type");
        assertThat(run("predict", "--scale-outs", "2", "-r", "-").err()).contains("must not be given beside --request");
        assertThat(run("predict", "--property", "nothing").exitCode()).isEqualTo(2);
        Bellamy jobless = Bellamy.run("predict", "-tt", "own");
        assertThat(jobless.exitCode()).isEqualTo(2);
        assertThat(jobless.err()).contains("--request is missing; or name a job");
    }
}
