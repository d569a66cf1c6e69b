package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in a process of its own, which can be killed. */
final class BellamyProcess implements AutoCloseable {

    private static final long BETWEEN_LOOKS_MILLIS = 20;

    private final Process process;
    private final Path err;

    private BellamyProcess(Process process, Path err) {
        this.process = process;
        this.err = err;
    }

    /**
     * Starts it.
     *
     * @param err gets standard error
     */
    static BellamyProcess start(Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.bellamy.cli.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new BellamyProcess(process, err);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it has told this, and fails where it ends without. */
    void awaitTold(String text) throws IOException, InterruptedException {
        while (!told().contains(text)) {
            assertThat(process.isAlive()).as(told()).isTrue();
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    String told() throws IOException {
        return Files.readString(err);
    }

    int await() throws InterruptedException {
        return process.waitFor();
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
