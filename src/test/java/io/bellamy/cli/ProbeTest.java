package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a container asks the service within it, as its image says: a process each time. */
class ProbeTest {

    @TempDir
    private Path folder;

    private record Told(int exitCode, String text) {}

    @Test
    void itSaysYesWhileTheServiceDoes() throws Exception {
        String address;
        try (ServedFolder served = ServedFolder.of(OwnFolder.in(folder).withModels())) {
            address = served.address();
            assertThat(probe(address + "/readyz")).isEqualTo(new Told(0, ""));
            assertThat(probe(address + "/nothing"))
                    .isEqualTo(new Told(1, "bellamy: " + address + "/nothing says 404\n"));
        }
        Told gone = probe(address + "/readyz");
        assertThat(gone.exitCode()).isEqualTo(1);
        assertThat(gone.text()).startsWith("bellamy: " + address + "/readyz can't be asked: ");
    }

    private static Told probe(String asked) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Probe.class.getName(),
                        asked)
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Told(process.waitFor(), text);
    }
}
