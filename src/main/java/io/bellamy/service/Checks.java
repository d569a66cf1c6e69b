package io.bellamy.service;

import io.bellamy.checking.AlgorithmCheck;
import io.bellamy.checking.CheckOutcome;
import io.bellamy.checking.CheckOutcome.CheckFailed;
import io.bellamy.checking.CheckOutcome.NotChecked;
import io.bellamy.checking.CheckRules;
import io.bellamy.checking.CheckSummary;
import io.bellamy.data.Dataset;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.problem.Counted;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import io.bellamy.tuning.Seed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the runs since a day against what was expected of them. */
public final class Checks {

    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

    /** The share of learning in the time of all, roughly. */
    private static final double LEARNING = 0.7;

    private final Workspace workspace;
    private final DatasetCatalog datasets;
    private final UnseenModels models;

    public Checks(Workspace workspace) {
        this.workspace = workspace;
        this.datasets = workspace.datasets();
        this.models = new UnseenModels(workspace, datasets);
    }

    /**
     * Checks the jobs of algorithms one after the other; where one fails, the others have their turn all the same.
     *
     * @param told is told which algorithm failed by what, and gives the message
     * @param progress is told which share is done, from 0 to 1, and of what
     */
    public CheckSummary all(
            String target,
            Set<String> algorithms,
            CheckRules rules,
            BiFunction<String, Throwable, String> told,
            BiConsumer<Double, String> progress) {
        List<CheckOutcome> outcomes = new ArrayList<>();
        int done = 0;
        for (String algorithm : algorithms) {
            int before = done++;
            try {
                outcomes.addAll(of(
                        target,
                        algorithm,
                        rules,
                        share -> progress.accept((before + share) / algorithms.size(), algorithm)));
            } catch (RuntimeException | Error failure) {
                outcomes.add(new CheckFailed(algorithm, told.apply(algorithm, failure)));
            }
        }
        return new CheckSummary(target, rules.since(), outcomes);
    }

    private List<CheckOutcome> of(String target, String algorithm, CheckRules rules, DoubleConsumer progress) {
        Dataset dataset = datasets.load(target, algorithm);
        AlgorithmCheck check = new AlgorithmCheck(
                algorithm,
                dataset.counts(),
                AlgorithmCheck.dated(dataset.runs()),
                AlgorithmCheck.dated(dataset.stopped()));
        if (check.runs().isEmpty()) {
            throw new InvalidInputException(
                    "the data of " + Quoted.plain(target) + " " + Quoted.plain(algorithm)
                            + " do not tell when the runs were: measured_at in dataset.yml names the column with the day or time");
        }
        int undated = dataset.runs().size() - check.runs().size();
        if (undated > 0) {
            LOG.warn("{} {}: {} without a day left out", target, algorithm, Counted.of(undated, "run"));
        }
        LocalDate newest = check.runs().stream()
                .map(run -> run.measured().orElseThrow())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (newest.isBefore(rules.since())) {
            return List.of(new NotChecked(algorithm, AlgorithmCheck.noneSince(rules.since(), newest)));
        }
        Optional<LocalDate> first = check.firstDay(rules.since());
        if (first.isEmpty()) {
            return List.of(new NotChecked(
                    algorithm,
                    "fewer than " + AlgorithmCheck.FEWEST + " runs before any day since " + rules.since()
                            + ", so nothing was expected"));
        }
        LocalDate from = first.get();
        UnseenModels.Unseen model = models.before(from, dataset, check, share -> progress.accept(LEARNING * share));
        return check.with(
                model.trained(),
                model.expectations(),
                workspace.configuration().pipeline(),
                rules,
                from,
                new Seed(workspace.seed()).stream("fine-tuning"),
                share -> progress.accept(LEARNING + (1 - LEARNING) * share));
    }
}
