package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Models that programs of before have written, one of either kind, answer as they did then. A new format gets a folder of
 * its own here, written by the last program that has it; none of those is ever changed. But for one thing in the answers:
 * the runtimes of ensembles are the medians of what the models say, where the programs that wrote them reported another
 * point of the same distribution.
 *
 * <p>Format 7 was not released yet when its weights became bytes: the ensemble of its folder was read by {@code
 * StoredJson.parse}, written by {@code StoredJson.render}, and the digests in its manifest were made anew; the answers are
 * those of before.
 */
class GoldenModelTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "format-2,wordcount",
        "format-2,sort",
        "format-3,wordcount",
        "format-3,sort",
        "format-4,wordcount",
        "format-4,sort",
        "format-5,wordcount",
        "format-5,sort",
        "format-6,wordcount",
        "format-6,sort",
        "format-7,wordcount",
        "format-7,sort",
        "format-8,wordcount",
        "format-8,sort",
        "format-9,wordcount",
        "format-9,sort",
        "format-10,wordcount",
        "format-10,sort"
    })
    void aModelOfAnEarlierFormatAnswersAsItDid(String format, String algorithm) throws IOException {
        OwnFolder own = OwnFolder.in(folder).withModels(format);
        Bellamy answer = own.predictFor(algorithm, "--strict");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        JsonNode before = JSON.readTree(
                OwnFolder.STORED.resolve(format).resolve(algorithm + ".json").toFile());
        assertSameAnswer(JSON.readTree(answer.out()), before);
    }

    /** Of both kinds on the published data, whose texts hold numbers: in a context that was run, and in one that never was. */
    @ParameterizedTest
    @CsvSource({"ensemble,grep", "ensemble,kmeans", "autoencoder,grep", "autoencoder,kmeans"})
    void aModelOfThePublishedDataAnswersAsItDid(String kind, String algorithm) throws IOException {
        Path stored = OwnFolder.STORED.resolve("c3o-format-4");
        Bellamy answer = Bellamy.run(
                "predict",
                "--strict",
                "-tt",
                "c3o",
                "-a",
                algorithm,
                "-o",
                "json",
                "--config",
                OwnFolder.STORED.resolve("config.yml").toString(),
                "--data-dir",
                "data",
                "--models-dir",
                stored.resolve(kind).toString(),
                "-r",
                stored.resolve(algorithm + ".yml").toString());
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertSameAnswer(
                JSON.readTree(answer.out()),
                JSON.readTree(stored.resolve(kind + "-" + algorithm + ".json").toFile()));
    }

    /** Where runs tell their days, processes have learned more since. */
    @Test
    void aModelOfRunsWithTheirDaysAnswersAsItDid() throws IOException {
        Path stored = OwnFolder.STORED.resolve("dated");
        Bellamy answer = predict(stored, "format-5", "request.yml", "--strict");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertSameAnswer(
                JSON.readTree(answer.out()),
                JSON.readTree(stored.resolve("format-5.json").toFile()));
    }

    /** One with runs of another beside it, and all together; on a machine type that no run has. */
    @ParameterizedTest
    @ValueSource(strings = {"wordcount", "join"})
    void modelsOfSeveralAlgorithmsAnswerAsTheyDid(String algorithm) throws IOException {
        Path stored = OwnFolder.STORED.resolve("beside");
        Bellamy answer = predict(stored, "format-8", algorithm + ".yml");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertSameAnswer(
                JSON.readTree(answer.out()),
                JSON.readTree(stored.resolve("format-8-" + algorithm + ".json").toFile()));
    }

    private static Bellamy predict(Path stored, String models, String request, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "predict",
                "-o",
                "json",
                "--config",
                OwnFolder.STORED.resolve("config.yml").toString(),
                "--data-dir",
                stored.resolve("data").toString(),
                "--models-dir",
                stored.resolve(models).toString(),
                "-r",
                stored.resolve(request).toString()));
        arguments.addAll(List.of(more));
        return Bellamy.run(arguments.toArray(String[]::new));
    }

    private static void assertSameAnswer(JsonNode now, JsonNode before) {
        assertThat(now.get("model_version")).isEqualTo(before.get("model_version"));
        assertThat(now.get("predictions")).hasSameSizeAs(before.get("predictions"));
        for (int i = 0; i < now.get("predictions").size(); i++) {
            for (String figure : List.of("/runtime_seconds", "/interval/lower_seconds", "/interval/upper_seconds")) {
                JsonNode expected = before.at("/predictions/" + i + figure);
                assertThat(now.at("/predictions/" + i + figure).asDouble())
                        .as("%s of prediction %s", figure, i)
                        .isCloseTo(expected.asDouble(), within(1e-9 * expected.asDouble()));
            }
        }
    }

    /** An update knows nothing of what was held out of it, so it is replaced without a comparison. */
    @ParameterizedTest
    @CsvSource({
        "format-2,0",
        "format-3,36",
        "format-4,36",
        "format-5,36",
        "format-6,36",
        "format-7,36",
        "format-8,36",
        "format-9,36",
        "format-10,36"
    })
    void aModelOfAnEarlierFormatIsReplacedAndKept(String format, int comparable) throws IOException {
        OwnFolder own = OwnFolder.in(folder).withModels(format);
        Bellamy outcome = own.pretrain("-a", "wordcount", "--force", "-o", "json");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        JsonNode entry = JSON.readTree(outcome.out()).at("/algorithms/0");
        assertThat(entry.get("outcome").asText()).isEqualTo("published");
        assertThat(entry.at("/comparison/runs").asInt()).isEqualTo(comparable);
        assertThat(own.models("verify").exitCode()).isZero();
        assertThat(own.models("rollback", "-tt", "own", "-a", "wordcount").exitCode())
                .isZero();
        assertThat(JSON.readTree(own.predict().out()).get("model_version"))
                .isEqualTo(JSON.readTree(OwnFolder.STORED
                                .resolve(format)
                                .resolve("wordcount.json")
                                .toFile())
                        .get("model_version"));
    }
}
