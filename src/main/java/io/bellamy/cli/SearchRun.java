package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.config.SearchOptions;
import io.bellamy.data.Dataset;
import io.bellamy.problem.Counted;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.report.TrialTable;
import io.bellamy.training.Checkpoints;
import io.bellamy.training.Pretraining;
import io.bellamy.training.PretrainingOptions;
import java.io.PrintWriter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A search for the best model, shown as it goes on.
 *
 * @param configuration the features and the kind of model
 * @param options how a trial trains
 * @param search how the trials are chosen
 * @param seed where every random number comes from
 * @param people whether there is room for what is for people alone: tables and bars
 * @param err where these go
 */
record SearchRun(
        Configuration configuration,
        PretrainingOptions options,
        SearchOptions search,
        long seed,
        boolean people,
        PrintWriter err) {

    private static final Logger LOG = LoggerFactory.getLogger(SearchRun.class);

    /**
     * Runs it.
     *
     * @param checkpoints where it goes on from, and keeps how far it came
     *
     * @throws InvalidInputException if no trial ever had a finite value
     */
    Pretraining.Result on(Dataset dataset, Checkpoints checkpoints) {
        LOG.info(
                "{} {}: {}, {} of up to {}",
                dataset.target(),
                dataset.algorithm(),
                Counted.of(dataset.runs().size(), "run"),
                Counted.of(search.trials(), "trial"),
                Counted.of(options.epochs(), "epoch"));
        Pretraining.Result result = shown(dataset, checkpoints);
        if (people) {
            err.print(new TrialTable(search.parameterColumns(), search.metricColumns()).render(result));
            err.flush();
        }
        return result;
    }

    private Pretraining.Result shown(Dataset dataset, Checkpoints checkpoints) {
        long most = (long) search.trials() * options.epochs();
        try (ProgressDisplay display = new ProgressDisplay("pretraining", people)) {
            return run(
                    dataset,
                    (finished, running, epochs, spared) -> display.update(
                            (double) epochs / (most - spared),
                            finished + " of " + Counted.of(search.trials(), "trial") + " ended, " + running
                                    + " under way, " + epochs + " of at most " + Counted.of(most - spared, "epoch")),
                    checkpoints);
        }
    }

    private Pretraining.Result run(Dataset dataset, Pretraining.Progress progress, Checkpoints checkpoints) {
        return ModelKinds.trainer(configuration, options)
                .search(
                        dataset.runs(),
                        search.study(options.epochs(), seed),
                        search.maxConcurrent(),
                        search.metric(),
                        progress,
                        checkpoints)
                .orElseThrow(() -> new InvalidInputException("no trial reached a finite "
                        + search.metric().name().toLowerCase(Locale.ROOT)
                        + ": give smaller learning rates under tune_run.config.lr"));
    }
}
