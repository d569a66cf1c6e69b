package io.bellamy.cli;

import io.bellamy.data.Dataset;
import io.bellamy.problem.Counted;
import io.bellamy.report.TrialTable;
import io.bellamy.service.Pretrainings;
import io.bellamy.training.PretrainingOptions;
import io.bellamy.training.SearchOptions;
import io.bellamy.training.SearchRecord;
import java.io.PrintWriter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows how searches go on, one after the other. */
final class SearchDisplay implements Pretrainings.Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(SearchDisplay.class);

    private final boolean people;
    private final PrintWriter err;
    private Optional<Search> search = Optional.empty();

    private record Search(SearchOptions options, long epochs, ProgressDisplay display) {}

    /**
     * Shows searches from now on.
     *
     * @param people whether there is room for what is for people alone: tables and bars
     * @param err where these go
     */
    SearchDisplay(boolean people, PrintWriter err) {
        this.people = people;
        this.err = err;
    }

    @Override
    public void begins(Dataset dataset, SearchOptions options, PretrainingOptions training) {
        LOG.info(
                "{} {}: {}, at most {} of at most {}",
                dataset.target(),
                dataset.algorithm(),
                Counted.of(dataset.runs().size(), "run"),
                Counted.of(options.trials(), "trial"),
                Counted.of(training.epochs(), "epoch"));
        search = Optional.of(new Search(
                options, (long) options.trials() * training.epochs(), new ProgressDisplay("pretraining", people)));
    }

    @Override
    public void goesOn(int finished, int running, long epochs, long spared) {
        Search current = search.orElseThrow();
        long most = current.epochs() - spared;
        current.display()
                .update(
                        (double) epochs / most,
                        finished + " of " + Counted.of(current.options().trials(), "trial") + " ended, " + running
                                + " under way, " + epochs + " of at most " + Counted.of(most, "epoch"));
    }

    @Override
    public void ended(Optional<SearchRecord> record) {
        Search ended = search.orElseThrow();
        ended.display().close();
        if (people && record.isPresent()) {
            err.print(new TrialTable(
                            ended.options().parameterColumns(), ended.options().metricColumns())
                    .render(record.get()));
            err.flush();
        }
    }
}
