package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of examples/cron, on a data set of one's own. */
class CronExamplesTest {

    private static final Pattern COMMAND = Pattern.compile("/opt/bellamy/bellamy (pretrain) -tt c3o ([^>\n]*)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bellamy.crontab", "bellamy-pretrain.service"})
    void theCommandUpdatesEveryAlgorithmAndThenHasNothingToDo(String file) throws IOException {
        OwnFolder own = OwnFolder.in(folder);
        Matcher command =
                COMMAND.matcher(Files.readString(Path.of("examples/cron").resolve(file)));
        assertThat(command.find()).isTrue();
        String[] options = command.group(2).strip().split(" ");
        Bellamy first = own.pretrain(options);
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(own.models("list").out().lines())
                .hasSize(4)
                .filteredOn(line -> line.contains("published"))
                .hasSize(3);
        Bellamy second = own.pretrain(options);
        assertThat(second.exitCode()).isZero();
        assertThat(own.models("list").out().lines()).hasSize(4);
        if (file.endsWith("crontab")) {
            assertThat(first.err() + second.err()).as("nothing to be mailed").isEmpty();
        }
    }
}
