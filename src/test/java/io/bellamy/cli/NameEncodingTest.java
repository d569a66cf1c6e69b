package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Started without the launcher in a locale that knows ASCII only: what Java can't name is refused, and says what to set. */
@EnabledOnOs(OS.LINUX)
class NameEncodingTest {

    private static final String ADVICE =
            "in this locale Java knows no names but in ANSI_X3.4-1968: set LC_ALL=C.UTF-8, or start Bellamy by its launcher";

    @TempDir
    private Path folder;

    @Test
    void namesBeyondTheLocaleAreRefusedWhereverTheyStand() throws Exception {
        Path munich = Files.createDirectory(folder.resolve("m\u00fcnchen"));
        Path config = Files.copy(OwnFolder.STORED.resolve("config.yml"), munich.resolve("config.yml"));
        assertThat(refused(folder, "models", "list", "--config", config.toString()))
                .startsWith("bellamy: can't read the option or name '")
                .contains(ADVICE);
        assertThat(refused(munich, "models", "list", "--config", "config.yml"))
                .startsWith("bellamy: can't read the name of the current folder '")
                .contains(ADVICE);
        String named = Files.readString(config).replaceFirst("path_to_data_dir: ", "path_to_data_dir: m\u00fcnchen/");
        Files.writeString(folder.resolve("config.yml"), named);
        assertThat(refused(folder, "models", "list", "--config", "config.yml"))
                .startsWith(
                        "bellamy: config.yml:3: path_to_data_dir: 'm\u00fcnchen/data' must be the path of a folder; ")
                .contains(ADVICE);
    }

    private String refused(Path current, String... arguments) throws IOException, InterruptedException {
        List<String> starter = List.of("env", "-C", current.toString(), "-u", "LANG", "LC_ALL=C");
        try (BellamyProcess process = BellamyProcess.startUnder(starter, folder.resolve("err"), List.of(arguments))) {
            assertThat(process.exitCode()).as(process.err()).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(process.err()).hasLineCount(1);
            return process.err();
        }
    }
}
