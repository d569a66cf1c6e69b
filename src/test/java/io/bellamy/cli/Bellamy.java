package io.bellamy.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * One run of the real command line.
 *
 * @param exitCode what the shell would be told
 * @param out standard output
 * @param err standard error, the log included
 */
record Bellamy(int exitCode, String out, String err) {

    /** Runs with these arguments and, after them, others. */
    static Bellamy runIn(List<String> places, String... arguments) {
        return run(Stream.concat(Stream.of(arguments), places.stream()).toArray(String[]::new));
    }

    static Bellamy run(String... arguments) {
        return runWithInput("", arguments);
    }

    static Bellamy runWithInput(String input, String... arguments) {
        return runAgain(BellamyCommand.commandLine(arguments), input, arguments);
    }

    /** Making a command line takes longer than many a command, so a test of thousands of inputs makes one for all. */
    static Bellamy runAgain(CommandLine command, String input, String... arguments) {
        InputStream in = System.in;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(errBytes, true, StandardCharsets.UTF_8)) {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            System.setErr(captured);
            command.setOut(new PrintWriter(outBytes, true, StandardCharsets.UTF_8));
            command.setErr(new PrintWriter(captured, true, StandardCharsets.UTF_8));
            int exitCode = command.execute(arguments);
            return new Bellamy(
                    exitCode, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(in);
            System.setErr(err);
        }
    }
}
