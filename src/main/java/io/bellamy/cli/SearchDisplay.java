package io.bellamy.cli;

import io.bellamy.data.Dataset;
import io.bellamy.problem.Counted;
import io.bellamy.report.TrialTable;
import io.bellamy.service.Pretrainings;
import io.bellamy.training.SearchOptions;
import io.bellamy.training.SearchRecord;
import java.io.PrintWriter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Shows how searches go on: each by itself, or, where many go on side by side, that they begin. Safe for several threads. */
final class SearchDisplay implements Pretrainings.Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(SearchDisplay.class);

    private static final Pretrainings.SearchWatcher UNSEEN = new Pretrainings.SearchWatcher() {
        @Override
        public void goesOn(int finished, int running, long epochs, long spared) {}

        @Override
        public void ended(Optional<SearchRecord> record) {}
    };

    private final boolean people;
    private final boolean many;
    private final PrintWriter err;

    /**
     * Shows searches from now on.
     *
     * @param people whether there is room for what is for people alone: tables and bars
     * @param many whether several go on at once
     * @param err where these go
     */
    SearchDisplay(boolean people, boolean many, PrintWriter err) {
        this.people = people;
        this.many = many;
        this.err = err;
    }

    @Override
    public Pretrainings.SearchWatcher begins(Dataset dataset, SearchOptions options, int epochs) {
        LOG.atLevel(many ? Level.DEBUG : Level.INFO)
                .log(
                        "{} {}: {}, at most {} of at most {}",
                        dataset.target(),
                        dataset.algorithm(),
                        Counted.of(dataset.runs().size(), "run"),
                        Counted.of(options.trials(), "trial"),
                        Counted.of(epochs, "epoch"));
        return many
                ? UNSEEN
                : new OneSearch(options, (long) options.trials() * epochs, new ProgressDisplay("pretraining", people));
    }

    private final class OneSearch implements Pretrainings.SearchWatcher {

        private final SearchOptions options;
        private final long all;
        private final ProgressDisplay display;

        OneSearch(SearchOptions options, long all, ProgressDisplay display) {
            this.options = options;
            this.all = all;
            this.display = display;
        }

        @Override
        public void goesOn(int finished, int running, long epochs, long spared) {
            long most = all - spared;
            display.update(
                    (double) epochs / most,
                    finished + " of " + Counted.of(options.trials(), "trial") + " ended, " + running + " under way, "
                            + epochs + " of at most " + Counted.of(most, "epoch"));
        }

        @Override
        public void ended(Optional<SearchRecord> record) {
            display.close();
            if (people && record.isPresent()) {
                err.print(new TrialTable(options.parameterColumns(), options.metricColumns()).render(record.get()));
                err.flush();
            }
        }
    }
}
