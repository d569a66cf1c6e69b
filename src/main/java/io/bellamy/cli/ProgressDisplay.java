package io.bellamy.cli;

import io.bellamy.training.Pretraining;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the search is: a bar where standard error is a terminal, a line now and then where it is not. */
final class ProgressDisplay implements Pretraining.Progress, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressDisplay.class);

    /** The launcher knows whether standard error is a terminal. */
    private static final String TERMINAL = "bellamy.terminal";

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);
    private static final int BAR_WIDTH = 100;
    private static final int BAR_UPDATE_MILLIS = 250;

    private final int trials;
    private final long total;
    private final long start = System.nanoTime();
    private final Optional<ProgressBar> bar;
    private long lastLine = start;

    ProgressDisplay(int trials, int epochs, LoggingLevel level) {
        this.trials = trials;
        this.total = (long) trials * epochs;
        this.bar = level.tellsProgress() && Boolean.getBoolean(TERMINAL)
                ? Optional.of(new ProgressBarBuilder()
                        .setTaskName("pretraining")
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(BAR_UPDATE_MILLIS)
                        .setMaxRenderedLength(BAR_WIDTH)
                        .continuousUpdate()
                        .build())
                : Optional.empty();
    }

    @Override
    public void update(int finished, int running, long epochs, long spared) {
        bar.ifPresent(display -> {
            display.stepTo(epochs + spared);
            display.setExtraMessage(finished + " of " + trials + " trials ended");
        });
        long now = System.nanoTime();
        if (bar.isEmpty() && now - lastLine >= BETWEEN_LINES.toNanos()) {
            lastLine = now;
            long left = Math.round((now - start) / 1e9 / epochs * (total - epochs - spared));
            LOG.info(
                    "{} of {} trials ended, {} under way, {} of at most {} epochs, at most {} s left",
                    finished,
                    trials,
                    running,
                    epochs,
                    total - spared,
                    left);
        }
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
