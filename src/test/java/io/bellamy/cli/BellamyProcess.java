package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, which can be killed. */
final class BellamyProcess implements AutoCloseable {

    private static final long BETWEEN_LOOKS_MILLIS = 20;

    /** A Java that warns of what libraries do, unless it is told to allow it. */
    private static final int WARNS = 24;

    private final Process process;
    private final Path err;

    private BellamyProcess(Process process, Path err) {
        this.process = process;
        this.err = err;
    }

    /** Starts it as the launcher does. */
    static BellamyProcess start(Path err, List<String> arguments) {
        return startUnder(List.of(), err, arguments);
    }

    /** Starts it by another program that gets the rest of the command line, as one that sets limits. */
    static BellamyProcess startUnder(List<String> starter, Path err, List<String> arguments) {
        return start(starter, ProcessBuilder.Redirect.DISCARD, err, arguments);
    }

    /** Starts it with its answers in a file, too. */
    static BellamyProcess startInto(Path out, Path err, List<String> arguments) {
        return start(List.of(), ProcessBuilder.Redirect.to(out.toFile()), err, arguments);
    }

    private static BellamyProcess start(
            List<String> starter, ProcessBuilder.Redirect out, Path err, List<String> arguments) {
        List<String> command = new ArrayList<>(starter);
        command.addAll(command(arguments));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectError(err.toFile()).redirectOutput(out);
            return new BellamyProcess(builder.start(), err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What starts it as the launcher does. */
    static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=1",
                "-Dai.djl.pytorch.num_interop_threads=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        if (Runtime.version().feature() >= WARNS) {
            command.addAll(1, List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.addAll(arguments);
        return command;
    }

    /** What it reads; to be closed by who is done. */
    OutputStream in() {
        return process.getOutputStream();
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it has told this, and fails where it ends without. */
    void awaitTold(String text) throws IOException, InterruptedException {
        while (!err().contains(text)) {
            assertThat(process.isAlive()).as(err()).isTrue();
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    /** Asks it to end (SIGTERM). */
    void askToEnd() {
        process.destroy();
    }

    /** Kills it (SIGKILL) unless it ends before; was it killed? */
    boolean killAfter(long millis) throws InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        process.destroyForcibly().waitFor();
        return true;
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
