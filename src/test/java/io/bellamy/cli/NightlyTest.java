package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a cron job asks for, through the real command line. */
class NightlyTest extends OwnFolderCases {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void allAlgorithmsHaveTheirTurnThoughOneFails() throws IOException {
        Files.writeString(folder.resolve("data/own/broken.csv"), "nodes,runtime,machine,size\nx,1,m1,1\n");
        Replaced.inFile(
                folder.resolve("data/own/dataset.yml"),
                "  wordcount: {}",
                "  broken: {file: broken.csv}\n  wordcount: {}");
        Bellamy outcome = own.pretrain("-a", "all", "-o", "json");
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(2);
        JsonNode report = report(outcome);
        assertThat(report.get("exit_code").asInt()).isEqualTo(2);
        assertThat(report.findValuesAsText("outcome")).containsExactly("failed", "published", "published", "published");
        assertThat(own.models().resolve("own/broken")).doesNotExist();
        assertThat(report.at("/algorithms/0/message").asText()).contains("broken.csv:2: column 'nodes': 'x' must be");
        assertThat(outcome.err())
                .contains("bellamy: own broken: ", "INFO  own broken: failed, exit code 2")
                .contains("INFO  own wordcount: published, version ", "INFO  own sort: published, version ");
        // text tells the folders of what there is
        Bellamy text = own.pretrain("-a", "all", "--if-stale");
        assertThat(text.exitCode()).isEqualTo(2);
        assertThat(text.out().lines())
                .containsExactly(
                        report.at("/algorithms/1/folder").asText(),
                        report.at("/algorithms/2/folder").asText(),
                        report.at("/algorithms/3/folder").asText());
    }

    @Test
    void nothingIsDoneUntilDataConfigurationOrOptionsChange() throws IOException {
        String first = version(own.pretrain("-a", "wordcount", "--if-stale", "-o", "json"), "published");
        assertThat(version(own.pretrain("-a", "wordcount", "--if-stale", "-o", "json"), "unchanged"))
                .isEqualTo(first);
        own.addRun("4,70,small,4000");
        String grown = version(own.pretrain("-a", "wordcount", "--if-stale", "-o", "json"), "published");
        Path description = folder.resolve("data/own/dataset.yml");
        Files.writeString(description, Files.readString(description) + "# seen\n");
        assertThat(version(own.pretrain("-a", "wordcount", "--if-stale", "-o", "json"), "unchanged"))
                .isEqualTo(grown);
        Replaced.inFile(description, "column: size}", "column: size, unit: GB}");
        String described = version(own.pretrain("-a", "wordcount", "--if-stale", "-o", "json"), "published");
        Files.writeString(folder.resolve("config.yml"), Files.readString(folder.resolve("config.yml")) + "# seen\n");
        String configured = version(own.pretrain("-a", "wordcount", "--if-stale", "-o", "json"), "published");
        String[] seeded = {"-a", "wordcount", "--if-stale", "-o", "json", "--seed", "0"};
        String other = version(own.pretrain(seeded), "published");
        assertThat(version(own.pretrain(seeded), "unchanged")).isEqualTo(other);
        assertThat(List.of(first, grown, described, configured, other))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsDamagedIsStale() throws IOException {
        String first = version(own.pretrain("-a", "wordcount", "-o", "json"), "published");
        Files.writeString(own.wordcount().resolve(first).resolve("pipeline.json"), "{}");
        Bellamy again = own.pretrain("-a", "wordcount", "--if-stale", "-o", "json");
        assertThat(version(again, "published")).isNotEqualTo(first);
        assertThat(again.err())
                .contains("WARN  " + own.wordcount().resolve(first).resolve("pipeline.json"));

        // one that was chosen instead of the newest too
        String chosen = version(again, "published");
        String newest = version(own.pretrain("-a", "wordcount", "-o", "json"), "published");
        own.models("rollback", "-tt", "own", "-a", "wordcount", chosen);
        String[] stale = {"-a", "wordcount", "--if-stale", "-o", "json"};
        assertThat(version(own.pretrain(stale), "unchanged")).isEqualTo(chosen);
        Files.writeString(own.wordcount().resolve(chosen).resolve("pipeline.json"), "{}");
        assertThat(version(own.pretrain(stale), "published")).isGreaterThan(newest);
    }

    @Test
    void aWorseModelIsKeptButNotPublishedUnlessForced() throws IOException {
        own.answeredByNetworks();
        String good = version(own.pretrain("-a", "wordcount", "-o", "json"), "published");
        String[] worse = {"-a", "wordcount", "-o", "json", "--epochs", "1"};
        Bellamy outcome = own.pretrain(worse);
        assertThat(outcome.exitCode()).isEqualTo(4);
        String bad = version(outcome, "held_back");
        assertThat(outcome.err())
                .contains("bellamy: own wordcount: the new model is worse, so it is kept but not published: mean")
                .contains("of version " + good + " on the same 36 runs")
                .contains("bellamy models rollback -tt own -a wordcount " + bad);
        assertThat(answering()).isEqualTo(good);

        // the same again is not worth the time, but it is still not well
        Bellamy settled = own.pretrain(OwnFolder.with(worse, "--if-stale"));
        assertThat(settled.exitCode()).isEqualTo(4);
        assertThat(version(settled, "held_back")).isEqualTo(bad);
        assertThat(version(own.pretrain(OwnFolder.with(worse, "--if-stale", "--force")), "published"))
                .isEqualTo(answering());

        assertThat(version(own.pretrain(OwnFolder.with(worse, "--margin", "1000")), "published"))
                .isEqualTo(answering());
        assertThat(version(own.pretrain("-a", "wordcount", "-o", "json"), "published"))
                .isEqualTo(answering());
        String forced = version(own.pretrain(OwnFolder.with(worse, "--if-stale", "--force")), "published");
        assertThat(answering()).isEqualTo(forced);
        assertThat(version(own.pretrain(OwnFolder.with(worse, "--if-stale")), "unchanged"))
                .isEqualTo(forced);
    }

    @Test
    void onlyRunsHeldOutOfBothAreCompared() throws IOException {
        own.pretrain("-a", "wordcount");
        own.addRun("2,40,medium,1000");
        own.addRun("4,30,medium,1000");
        JsonNode entry = report(own.pretrain("-a", "wordcount", "-o", "json")).at("/algorithms/0");
        assertThat(entry.get("validation_rows").asInt()).isEqualTo(38);
        assertThat(entry.at("/comparison/runs").asInt()).isEqualTo(36);
    }

    /** What short training spoils the process makes up for: networks that learned nothing have no say. */
    @Test
    void networksThatLearnedNothingDoNoHarm() throws IOException {
        own.pretrain("-a", "wordcount");
        JsonNode entry = report(own.pretrain("-a", "wordcount", "-o", "json", "--epochs", "1"))
                .at("/algorithms/0");
        assertThat(entry.get("outcome").asText()).isEqualTo("published");
        assertThat(entry.at("/comparison/error").asDouble())
                .isEqualTo(entry.at("/comparison/current_error").asDouble());
    }

    /** Nothing is held out of a model of a single configuration, so there is nothing to compare. */
    @Test
    void aModelOfASingleConfigurationIsReplacedWithoutAComparison() throws IOException {
        Files.writeString(folder.resolve("data/own/runs.csv"), "nodes,runtime,machine,size\n2,10,m1,1\n2,11,m1,1\n");
        own.pretrain("-a", "wordcount");
        JsonNode entry = report(own.pretrain("-a", "wordcount", "-o", "json", "--epochs", "1"))
                .at("/algorithms/0");
        assertThat(entry.get("outcome").asText()).isEqualTo("published");
        assertThat(entry.has("comparison")).isFalse();
    }

    @Test
    void onlyTheNewestStay() throws IOException {
        String first = version(own.pretrain("-a", "wordcount", "-o", "json"), "published");
        String second = version(own.pretrain("-a", "wordcount", "-o", "json", "--keep", "2"), "published");
        assertThat(own.wordcount()).isDirectoryContaining("glob:**/" + first);
        version(own.pretrain("-a", "wordcount", "-o", "json", "--keep", "2"), "published");
        assertThat(own.wordcount())
                .isDirectoryNotContaining("glob:**/" + first)
                .isDirectoryContaining("glob:**/" + second);
    }

    @Test
    void aDamagedModelIsPassedOverWithAWarningOrRefused() throws IOException {
        own.answeredByNetworks();
        String first = version(own.pretrain("-a", "wordcount", "-o", "json"), "published");
        String second = version(own.pretrain("-a", "wordcount", "-o", "json"), "published");
        Path file = own.wordcount().resolve(second).resolve("ensemble.json");
        Files.delete(file);
        Bellamy answer = own.predict();
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).contains("WARN  " + file + ": is missing", "version " + first + " answers instead");
        JsonNode json = JSON.readTree(answer.out());
        assertThat(json.get("model_version").asText()).isEqualTo(first);
        assertThat(json.at("/warnings/0").asText()).contains("ensemble.json: is missing");
        Bellamy refused = own.predict("--strict");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().strip()).isEqualTo("bellamy: " + file + ": is missing");

        // what answered instead is the published one from now on, since the new one is not to be
        version(own.pretrain("-a", "wordcount", "-o", "json", "--epochs", "1"), "held_back");
        assertThat(answering()).isEqualTo(first);
    }

    private String answering() throws IOException {
        return JSON.readTree(own.predict("--strict").out()).get("model_version").asText();
    }

    /** The version that an outcome is about, which must be this one. */
    private static String version(Bellamy outcome, String expected) throws IOException {
        JsonNode entry = report(outcome).at("/algorithms/0");
        assertThat(entry.get("outcome").asText()).as(outcome.err()).isEqualTo(expected);
        return entry.get("version").asText();
    }

    private static JsonNode report(Bellamy outcome) throws IOException {
        JsonNode json = JSON.readTree(outcome.out());
        assertThat(Schemas.of("pretraining").validate(json)).isEmpty();
        assertThat(json.get("exit_code").asInt()).isEqualTo(outcome.exitCode());
        return json;
    }
}
