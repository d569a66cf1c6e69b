package io.bellamy.cli;

import io.bellamy.report.ComparisonText;
import io.bellamy.report.PretrainingReport;
import io.bellamy.report.PretrainingReport.Entry;
import io.bellamy.store.Manifest;
import io.bellamy.update.ModelUpdate;
import io.bellamy.update.Outcome;
import io.bellamy.update.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * Updates the model of one algorithm after the other; where one fails, the others have their turn all the same.
 *
 * @param target the data set
 * @param update updates a model
 * @param options when a model is replaced, and what is kept
 * @param command where failures are told
 */
record PretrainingRound(String target, ModelUpdate update, UpdateOptions options, CommandLine command) {

    private static final Logger LOG = LoggerFactory.getLogger(PretrainingRound.class);

    /** What came of each, in order. */
    List<Entry> run(Set<String> algorithms) {
        List<Entry> entries = new ArrayList<>();
        for (String algorithm : algorithms) {
            entries.add(run(algorithm, algorithms.size() > 1));
        }
        if (algorithms.size() > 1) {
            entries.forEach(entry -> LOG.info("{} {}: {}", target, entry.algorithm(), PretrainingReport.brief(entry)));
        }
        return entries;
    }

    private Entry run(String algorithm, boolean oneOfSeveral) {
        try {
            return told(algorithm, update.run(target, algorithm, options));
        } catch (RuntimeException | Error e) {
            // as the one handler of failures would have it, but the next algorithm must have its turn
            Failure failure = Failure.of(e);
            String place = oneOfSeveral ? target + " " + algorithm + ": " : "";
            failure.message().lines().forEach(line -> FailureHandler.tell(command, place + line));
            return new Entry(algorithm, failure.exitCode(), Optional.empty(), Optional.of(failure.message()));
        }
    }

    private Entry told(String algorithm, Outcome outcome) {
        Manifest manifest = outcome.manifest();
        Optional<String> beside = manifest.comparison().map(ComparisonText::of);
        return switch (outcome.state()) {
            case PUBLISHED -> {
                LOG.info("{} {}: published after {} s", target, algorithm, Math.round(manifest.seconds()));
                beside.ifPresent(text -> LOG.info("{} {}: {}", target, algorithm, text));
                yield new Entry(algorithm, ExitCode.DONE, Optional.of(outcome), Optional.empty());
            }
            case UNCHANGED -> {
                LOG.info("{} {}: data, configuration and program are those of the newest model", target, algorithm);
                yield new Entry(algorithm, ExitCode.DONE, Optional.of(outcome), Optional.empty());
            }
            case HELD_BACK -> {
                String message = "the new model is worse, so it is kept but not published: "
                        + beside.orElseThrow() + "; publish it with: bellamy models rollback -tt " + target + " -a "
                        + algorithm + " " + manifest.version();
                FailureHandler.tell(command, target + " " + algorithm + ": " + message);
                yield new Entry(algorithm, ExitCode.HELD_BACK, Optional.of(outcome), Optional.of(message));
            }
        };
    }
}
