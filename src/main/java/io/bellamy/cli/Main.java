package io.bellamy.cli;

import io.bellamy.files.NameEncoding;
import io.bellamy.service.FirstAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;

/** The program. */
public final class Main {

    /** Where there is no memory left even to say how much there is. */
    private static final String FULL =
            "bellamy: the memory is full: give Java more, for example BELLAMY_JAVA_OPTS=-Xmx1g";

    private Main() {}

    public static void main(String[] arguments) {
        prepare();
        int exitCode;
        try {
            Console.standard().tellOfThreads();
            exitCode = run(program -> {}, arguments);
        } catch (OutOfMemoryError noRoomForMore) {
            System.err.println(FULL);
            exitCode = ExitCode.FAILURE;
        }
        System.exit(exitCode);
    }

    /** Tells the libraries, before any is used. */
    static void prepare() {
        // what the log has to say of itself is no answer, where files can't be opened least of all
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty(LogProvider.PROPERTY, LogProvider.class.getName());
        // no option is a time; what the library knows of them is found by reflection, a twentieth of a start
        System.setProperty("picocli.disable.closures", "true"); // of Groovy, for which all libraries would be opened
        System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
    }

    /**
     * Runs a command.
     *
     * @param prepared is given the command line before it is parsed
     * @return the exit code
     */
    static int run(Consumer<CommandLine> prepared, String... arguments) {
        Console console;
        CheckedOutput.CommandRun<IOException> work;
        try {
            console = Console.standard();
            work = work(console, prepared, arguments);
        } catch (RuntimeException | Error failure) {
            // so early that nothing can be relied on, the log least of all
            System.err.println(
                    "bellamy: can't start: " + ErrorAdvice.of(failure).orElseGet(failure::toString));
            return ExitCode.FAILURE;
        }
        try {
            return work.run();
        } catch (IOException | RuntimeException | Error failure) {
            return console.tell(failure);
        }
    }

    private static CheckedOutput.CommandRun<IOException> work(
            Console console, Consumer<CommandLine> prepared, String... arguments) {
        if (QuickCommand.isAskedForBy(arguments)) {
            FirstAnswer.prepare();
        }
        Optional<String> objection = NameEncoding.objection(System.getProperty(ProgramOptions.HOME, ""), arguments);
        if (objection.isPresent()) {
            return () -> {
                LogFormat.of(List.of(arguments)).apply();
                console.tell(objection.get());
                return ExitCode.WRONG_INPUT;
            };
        }
        Optional<QuickCommand> quick = QuickCommand.of(arguments);
        if (quick.isPresent()) {
            return () -> CheckedOutput.run(
                    console, List.of(arguments), () -> quick.get().run(console));
        }
        CommandLine command = BellamyCommand.commandLine(arguments);
        command.setOut(console.out());
        command.setErr(console.err());
        prepared.accept(command);
        return () -> command.execute(arguments);
    }
}
