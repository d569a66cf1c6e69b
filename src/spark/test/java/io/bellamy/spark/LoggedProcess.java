package io.bellamy.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process whose standard error goes to one file and whose standard output goes to another. */
final class LoggedProcess implements AutoCloseable {

    private static final int SECONDS = 300;

    private final Process process;
    private final Path log;
    private final Path output;

    private LoggedProcess(Process process, Path log, Path output) {
        this.process = process;
        this.log = log;
        this.output = output;
    }

    /**
     * Starts it.
     *
     * @param environment all of it
     * @param log for its standard error
     */
    static LoggedProcess start(List<String> command, Path folder, Map<String, String> environment, Path log) {
        Path output = log.resolveSibling(log.getFileName() + ".out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(log.toFile())
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new LoggedProcess(builder.start(), log, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for something on its standard error. */
    Matcher waitFor(Pattern text) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < end) {
            Matcher matcher = text.matcher(log());
            if (matcher.find()) {
                return matcher;
            }
            if (!process.isAlive()) {
                break;
            }
            pause();
        }
        throw new AssertionError("no " + text + " in what it wrote:\n" + log());
    }

    static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for its end. */
    int exitCode() {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it goes on after " + SECONDS + " s:\n" + log());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    String log() {
        return text(log);
    }

    String output() {
        return text(output);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<ProcessHandle> descendants() {
        return process.descendants();
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        // until then they may write into folders that are removed next
        all.forEach(one -> one.onExit().join());
    }
}
