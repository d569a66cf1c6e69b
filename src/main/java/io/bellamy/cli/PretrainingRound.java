package io.bellamy.cli;

import io.bellamy.problem.Counted;
import io.bellamy.report.ComparisonText;
import io.bellamy.report.PretrainingReport;
import io.bellamy.report.PretrainingReport.AlgorithmEntry;
import io.bellamy.service.JobUpdate;
import io.bellamy.service.JobUpdate.Done;
import io.bellamy.service.JobUpdate.Failed;
import io.bellamy.store.Manifest;
import io.bellamy.update.UpdateOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import picocli.CommandLine;

/** Tells what came of pretraining several algorithms, as it comes. */
final class PretrainingRound implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PretrainingRound.class);

    private final String target;
    private final List<String> algorithms;
    private final Optional<ProgressDisplay> progress;
    private final CommandLine command;
    private final List<AlgorithmEntry> entries = new ArrayList<>();

    /**
     * Starts a round.
     *
     * @param algorithms those that are pretrained, in the order in which it is told of them
     * @param many whether these are so many that it is told how far the round is
     * @param people whether there is room for a bar
     * @param command where failures are told
     */
    PretrainingRound(String target, Collection<String> algorithms, boolean many, boolean people, CommandLine command) {
        this.target = target;
        this.algorithms = List.copyOf(algorithms);
        this.progress = many ? Optional.of(new ProgressDisplay("pretraining", people)) : Optional.empty();
        this.command = command;
    }

    /** Takes what came of the next one. */
    void add(JobUpdate update) {
        if (update instanceof Done done) {
            entries.add(entry(done.algorithm(), done.outcome()));
        } else if (update instanceof Failed failed) {
            Failure failure = Failure.of(failed.failure());
            String place = algorithms.size() > 1 ? target + " " + failed.algorithm() + ": " : "";
            failure.message().lines().forEach(line -> FailureHandler.tell(command, place + line));
            entries.add(new AlgorithmEntry(
                    failed.algorithm(), failure.exitCode(), Optional.empty(), Optional.of(failure.message())));
        }
        progress.ifPresent(display -> display.update(
                (double) entries.size() / algorithms.size(),
                entries.size() + " of " + Counted.of(algorithms.size(), "algorithm") + " ("
                        + PretrainingReport.counts(entries) + ")"));
    }

    @Override
    public void close() {
        progress.ifPresent(ProgressDisplay::close);
    }

    /** All of it; in short what is no model that was published, where that would be many lines. */
    PretrainingReport report() {
        entries.sort(Comparator.comparingInt(entry -> algorithms.indexOf(entry.algorithm())));
        if (algorithms.size() > 1) {
            entries.stream()
                    .filter(entry -> progress.isEmpty() || entry.exitCode() != ExitCode.DONE)
                    .forEach(entry -> LOG.info("{} {}: {}", target, entry.algorithm(), PretrainingReport.brief(entry)));
        }
        if (progress.isPresent()) {
            LOG.info("{}: {}", target, PretrainingReport.counts(entries));
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
                LOG.atLevel(progress.isPresent() ? Level.DEBUG : Level.INFO)
                        .log("{} {}: data, configuration and program are those of the newest model", target, algorithm);
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
