package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pretraining says while it is at work, and of options that are wrong, through the real command line. */
class NightlyWordsTest extends OwnFolderCases {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void quietTellsOnlyWhatIsWrong() {
        own.answeredByNetworks();
        Bellamy quiet = own.pretrain("-a", "wordcount", "--quiet");
        assertThat(quiet.err()).isEmpty();
        assertThat(quiet.out().strip()).startsWith(own.wordcount().toString());
        Bellamy worse = own.pretrain("-a", "wordcount", "--quiet", "--epochs", "1");
        assertThat(worse.err().lines()).hasSize(1);
        assertThat(worse.exitCode()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--epochs 20", "--epochs 0", "--nonsense", "--epochs x", "--logging-level debug --trials 0"})
    void everyLineOfTheLogIsAnObject(String options) throws IOException {
        Bellamy outcome = own.pretrain(("-a wordcount --log-format json " + options).split(" "));
        assertThat(outcome.err().lines()).isNotEmpty();
        for (String line : outcome.err().lines().toList()) {
            JsonNode object = JSON.readTree(line);
            assertThat(object.get("level").asText()).isIn("DEBUG", "INFO", "ERROR");
            assertThat(object.get("formattedMessage").asText()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--keep 0,--keep: '0' must be a whole number from 1 to 100000",
        "--margin -1,--margin: '-1.0' must be a number of at least 0",
        "--margin NaN,NaN' must be a number",
        "--quiet --logging-level INFO,--quiet",
    })
    void wrongOptionsAreTold(String options, String message) {
        Bellamy outcome = own.pretrain(("-a wordcount " + options).split(" "));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains(message);
    }
}
