package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Models that programs of before have written, one of either kind, answer as they did then. A new format gets a folder of
 * its own here, written by the last program that has it; none of those is ever changed.
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
        "format-4,sort"
    })
    void aModelOfAnEarlierFormatAnswersAsItDid(String format, String algorithm) throws IOException {
        OwnFolder own = OwnFolder.in(folder).withModels(format);
        Bellamy answer = own.predictFor(algorithm, "--strict");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        JsonNode before = JSON.readTree(
                OwnFolder.STORED.resolve(format).resolve(algorithm + ".json").toFile());
        JsonNode now = JSON.readTree(answer.out());
        assertThat(now.get("model_version")).isEqualTo(before.get("model_version"));
        assertThat(now.get("predictions")).hasSameSizeAs(before.get("predictions"));
        for (int i = 0; i < now.get("predictions").size(); i++) {
            double expected =
                    before.at("/predictions/" + i + "/runtime_seconds").asDouble();
            assertThat(now.at("/predictions/" + i + "/runtime_seconds").asDouble())
                    .isCloseTo(expected, within(1e-9 * expected));
        }
    }

    /** An update knows nothing of what was held out of it, so it is replaced without a comparison. */
    @ParameterizedTest
    @CsvSource({"format-2,0", "format-3,36", "format-4,36"})
    void aModelOfAnEarlierFormatIsReplacedAndKept(String format, int comparable) throws IOException {
        OwnFolder own = OwnFolder.in(folder).withModels(format);
        Bellamy outcome = own.pretrain("-a", "wordcount", "--if-stale", "--force", "-o", "json");
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
