package io.bellamy.cli;

import io.bellamy.data.RecordedForm;
import io.bellamy.data.RunStatus;
import io.bellamy.files.Reason;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.recording.MeasuredCommand;
import io.bellamy.recording.MeasuredCommand.CommandOutcome;
import io.bellamy.recording.RunRecording;
import io.bellamy.recording.ToldRun;
import io.bellamy.report.RecordingReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * Runs a command, and records the run. Whatever is wrong with recording, the command runs and its exit code is told.
 *
 * @param program what is told, and the configuration
 * @param recording where it is recorded
 * @param told what is known of the run before
 * @param words of the command
 */
record RecordedCommand(
        CommandLine commandLine, ProgramOptions program, RecordingOptions recording, ToldRun told, List<String> words) {

    /** As of other programs that run commands: {@code env}, {@code nice}, {@code timeout}. */
    static final int WRONG_USAGE = 125;

    private static final int NOT_STARTED = 126;
    private static final int NOT_FOUND = 127;

    /** What the system says, as Java up to 24 tells it ({@code error=13, Permission denied}) and as it does since. */
    private static final Pattern SYSTEM_ERROR = Pattern.compile(".*error[=:] ?(\\d+)(?:, | \\()(.*?)\\)?\\s*");

    private static final String NO_SUCH_FILE = "2";

    private static final Logger LOG = LoggerFactory.getLogger(RecordedCommand.class);

    /** Of a run it is checked whether it could be recorded before it has begun. */
    private static final String ANY_TIME = "1";

    /** The launcher changes this where the locale is not UTF-8, which is no business of the command. */
    private static final String LOCALE = "LC_ALL";

    private static final String LOCALE_BEFORE = "bellamy.lc_all";

    /** Are these arguments those of a command that is to be recorded? */
    static boolean isAskedForBy(List<String> arguments) {
        return arguments.stream().findFirst().filter("record"::equals).isPresent() && arguments.contains("--");
    }

    /** Runs it; gives its exit code. */
    int call(Problems problems) {
        try {
            told.scaleOutObjection().ifPresent(problems::add);
            if (recording.algorithm().isEmpty()) {
                problems.add("--algorithm is missing");
            }
            problems.throwIfAny();
        } catch (RuntimeException wrong) {
            FailureHandler.tell(commandLine, wrong);
            return WRONG_USAGE;
        }
        Optional<RunRecording> runs = prepared();
        CommandOutcome measured;
        try {
            measured = new MeasuredCommand(words, environment(), StandardOutput.isAtTerminal()).run(Clock.systemUTC());
        } catch (IOException failure) {
            return notStarted(failure);
        }
        record(runs, measured);
        return measured.exitCode();
    }

    private int notStarted(IOException failure) {
        Matcher said = SYSTEM_ERROR.matcher(String.valueOf(failure.getMessage()));
        boolean known = said.matches();
        boolean found = !known || !said.group(1).equals(NO_SUCH_FILE);
        FailureHandler.tell(
                commandLine,
                "can't start " + Quoted.of(words.get(0)) + ": "
                        + (found
                                ? Reason.of(known ? new IOException(said.group(2)) : failure)
                                : "there is no such command")
                        + "; nothing was recorded");
        return found ? NOT_STARTED : NOT_FOUND;
    }

    /** What can be wrong is told before the command takes its time. */
    private Optional<RunRecording> prepared() {
        try {
            RunRecording runs = recording.into(program.configuration());
            runs.checked(told.with(Map.of(RecordedForm.RUNTIME, ANY_TIME)));
            return Optional.of(runs);
        } catch (RuntimeException wrong) {
            FailureHandler.tell(commandLine, wrong);
            FailureHandler.tell(
                    commandLine, "so the run can't be recorded as it stands; the command runs all the same");
            return Optional.empty();
        }
    }

    private void record(Optional<RunRecording> runs, CommandOutcome measured) {
        ToldRun run = told.with(facts(measured));
        try {
            RunRecording into = runs.isPresent() ? runs.get() : recording.into(program.configuration());
            new RecordingReport(into.record(
                            run,
                            () -> tellLine(
                                    "another process is changing the data set; should this be interrupted", run)))
                    .text()
                    .lines()
                    .forEach(LOG::info);
        } catch (RuntimeException wrong) {
            FailureHandler.tell(commandLine, wrong);
            tellLine("the run is not recorded; when that is mended", run);
        }
    }

    /** So that whatever happens the run is not lost. */
    private void tellLine(String when, ToldRun run) {
        FailureHandler.tell(
                commandLine, when + ", give this line to bellamy record -tt " + recording.target() + " --from -");
        commandLine.getErr().println(run.line());
        commandLine.getErr().flush();
    }

    private Map<String, String> facts(CommandOutcome measured) {
        RunStatus status = measured.exitCode() == 0 ? RunStatus.FINISHED : RunStatus.FAILED;
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(RecordedForm.ID, told.id().orElseGet(() -> UUID.randomUUID().toString()));
        facts.put(RecordedForm.ALGORITHM, recording.algorithm().orElseThrow());
        facts.put(RecordedForm.RUNTIME, seconds(measured));
        facts.put(
                RecordedForm.START,
                measured.start().truncatedTo(ChronoUnit.MILLIS).toString());
        facts.put(RecordedForm.STATUS, (measured.stopped() ? RunStatus.STOPPED : status).word());
        facts.put(RecordedForm.EXIT_CODE, Integer.toString(measured.exitCode()));
        return facts;
    }

    /** To the millisecond, of which there is one at least. */
    private static String seconds(CommandOutcome measured) {
        return BigDecimal.valueOf(Math.max(1, measured.time().toMillis()), 3).toPlainString();
    }

    private static Map<String, Optional<String>> environment() {
        String before = System.getProperty(LOCALE_BEFORE);
        return before == null ? Map.of() : Map.of(LOCALE, Optional.of(before).filter(text -> !text.isEmpty()));
    }
}
