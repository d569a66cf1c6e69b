package io.bellamy.cli;

import io.bellamy.report.ComparisonText;
import io.bellamy.report.PretrainingReport;
import io.bellamy.report.PretrainingReport.AlgorithmEntry;
import io.bellamy.service.JobUpdate;
import io.bellamy.service.JobUpdate.Done;
import io.bellamy.service.JobUpdate.Failed;
import io.bellamy.store.Manifest;
import io.bellamy.update.UpdateOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Tells what came of pretraining several algorithms, as it comes. */
final class PretrainingRound {

    private static final Logger LOG = LoggerFactory.getLogger(PretrainingRound.class);

    private final String target;
    private final boolean several;
    private final CommandLine command;
    private final List<AlgorithmEntry> entries = new ArrayList<>();

    /**
     * Starts a round.
     *
     * @param several whether there is more than one algorithm
     * @param command where failures are told
     */
    PretrainingRound(String target, boolean several, CommandLine command) {
        this.target = target;
        this.several = several;
        this.command = command;
    }

    /** Takes what came of the next one. */
    void add(JobUpdate update) {
        if (update instanceof Done done) {
            entries.add(entry(done.algorithm(), done.outcome()));
        } else if (update instanceof Failed failed) {
            Failure failure = Failure.of(failed.failure());
            String place = several ? target + " " + failed.algorithm() + ": " : "";
            failure.message().lines().forEach(line -> FailureHandler.tell(command, place + line));
            entries.add(new AlgorithmEntry(
                    failed.algorithm(), failure.exitCode(), Optional.empty(), Optional.of(failure.message())));
        }
    }

    /** All of it, in order. */
    PretrainingReport report() {
        if (several) {
            entries.forEach(entry -> LOG.info("{} {}: {}", target, entry.algorithm(), PretrainingReport.brief(entry)));
        }
        int exitCode =
                ExitCode.gravest(entries.stream().map(AlgorithmEntry::exitCode).toList());
        return new PretrainingReport(target, exitCode, entries);
    }

    private AlgorithmEntry entry(String algorithm, UpdateOutcome outcome) {
        Manifest manifest = outcome.manifest();
        Optional<String> beside = manifest.comparison().map(ComparisonText::of);
        return switch (outcome.state()) {
            case PUBLISHED -> {
                LOG.info("{} {}: published after {} s", target, algorithm, Math.round(manifest.seconds()));
                beside.ifPresent(text -> LOG.info("{} {}: {}", target, algorithm, text));
                yield new AlgorithmEntry(algorithm, ExitCode.DONE, Optional.of(outcome), Optional.empty());
            }
            case UNCHANGED -> {
                LOG.info("{} {}: data, configuration and program are those of the newest model", target, algorithm);
                yield new AlgorithmEntry(algorithm, ExitCode.DONE, Optional.of(outcome), Optional.empty());
            }
            case HELD_BACK -> {
                String message = "the new model is worse, so it is kept but not published: "
                        + beside.orElseThrow() + "; publish it with: bellamy models rollback -tt " + target + " -a "
                        + algorithm + " " + manifest.version();
                FailureHandler.tell(command, target + " " + algorithm + ": " + message);
                yield new AlgorithmEntry(algorithm, ExitCode.HELD_BACK, Optional.of(outcome), Optional.of(message));
            }
        };
    }
}
