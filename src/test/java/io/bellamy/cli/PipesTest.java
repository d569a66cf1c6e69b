package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file that the user names may be a pipe or a device. */
@Timeout(300)
class PipesTest {

    @TempDir
    private Path folder;

    @Test
    void requestConfigurationAndPricesMayComeOutOfPipes() throws Exception {
        OwnFolder own = OwnFolder.in(folder).withModels();
        Path request = OwnFolder.STORED.resolve("request.yml").toAbsolutePath();
        Path prices = Files.writeString(folder.resolve("prices.yml"), "per_hour: {small: 1, large: 2}\n");
        String more = " -r <(cat " + request + ") --config <(cat " + folder.resolve("config.yml") + ") --prices <(cat "
                + prices + ")";
        List<String> shell = List.of("bash", "-c", "\"$@\"" + more, "bash");
        assumeTrue(FaultTest.holds(List.of("bash", "-c", "cat <(true)", "bash")), "there is no bash");
        List<String> predict = List.of(
                "predict",
                "-tt",
                "own",
                "-a",
                "wordcount",
                "--data-dir",
                folder.resolve("data").toString(),
                "--models-dir",
                own.models().toString());
        try (BellamyProcess process = BellamyProcess.startUnder(shell, folder.resolve("err"), predict)) {
            assertThat(process.exitCode()).as(process.err()).isZero();
        }
        List<String> standardInput = List.of(
                "bash", "-c", "\"$@\" -r /dev/stdin --config " + folder.resolve("config.yml") + " <" + request, "bash");
        try (BellamyProcess process = BellamyProcess.startUnder(standardInput, folder.resolve("err"), predict)) {
            assertThat(process.exitCode()).as(process.err()).isZero();
        }
    }

    @Test
    void aDeviceThatNeverEndsDoes() {
        OwnFolder own = OwnFolder.in(folder).withModels();
        Bellamy request = Bellamy.run(own.arguments("predict", "-a", "wordcount", "-r", "/dev/zero"));
        assertThat(request.exitCode()).isEqualTo(2);
        assertThat(request.err()).contains("/dev/zero: is larger than 67108864 bytes");
        Bellamy configuration = Bellamy.run("pretrain", "-tt", "own", "-a", "wordcount", "--config", "/dev/zero");
        assertThat(configuration.exitCode()).isEqualTo(2);
        assertThat(configuration.err()).contains("/dev/zero: is larger than 1048576 bytes");
    }
}
