package io.bellamy.cli;

import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.recording.RecordingSummary;
import io.bellamy.recording.RunRecording;
import io.bellamy.recording.ToldRun;
import io.bellamy.report.RecordingReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bellamy record}: a run into a data set. */
@Command(
        name = "record",
        description = "Adds a run to a data set, once: told by options or lines of JSON, or measured around a command.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class RecordCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProgramOptions program = new ProgramOptions();

    @Mixin
    private RecordingOptions recording = new RecordingOptions();

    @Mixin
    private ToldOptions told = new ToldOptions();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "runs as lines of JSON, with the keys that docs/RECORD.md has; - for standard input")
    private Optional<String> from = Optional.empty();

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "behind --: a command to run, measure and record; its exit code is passed on")
    private List<String> command = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Problems problems = new Problems();
        recording.check(problems);
        check(problems);
        ToldRun run = told.run(problems);
        if (!command.isEmpty()) {
            return new RecordedCommand(spec.commandLine(), program, recording, run, command).call(problems);
        }
        problems.throwIfAny();
        RunRecording runs = recording.into(program.configuration());
        RecordingSummary summary = from.isPresent()
                ? runs.recordAll(RecordedInput.documents(
                        from.get().equals(STANDARD_INPUT) ? Optional.empty() : from.map(Path::of),
                        runs.options().limits()))
                : runs.record(run);
        RecordingReport report = new RecordingReport(summary);
        output.print(spec.commandLine().getOut(), report::json, report::text);
        if (!summary.refused().isEmpty()) {
            throw new InvalidInputException(summary.refused());
        }
        return ExitCode.DONE;
    }

    private void check(Problems problems) {
        if (from.isPresent() && told.areGiven()) {
            problems.add("--from: runs are told there, so no other option may tell of one");
        }
        if (from.isPresent() && !command.isEmpty()) {
            problems.add("--from: must not be given beside a command");
        }
        if (!command.isEmpty()) {
            told.measuredOnes().forEach(option -> problems.add(option + ": is measured, so it must be left out"));
        }
    }
}
