package io.bellamy.cli;

import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far long work is: a bar where standard error is a terminal, a line now and then where it is not. */
final class ProgressDisplay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressDisplay.class);

    /** The launcher knows whether standard error is a terminal. */
    private static final String TERMINAL = "bellamy.terminal";

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);
    private static final int BAR_WIDTH = 100;
    private static final int BAR_UPDATE_MILLIS = 250;
    private static final int STEPS = 10_000;

    /** More than this is not done when it is told for the first time. */
    private static final double FIRST = 0.05;

    private final long start = System.nanoTime();
    private final Optional<ProgressBar> bar;
    private long lastLine = start;

    /** What was done before, where work goes on after an interruption: the time left is told by what is done since. */
    private double before = -1;

    /**
     * Shows that the work has started.
     *
     * @param people whether there is room for a bar
     */
    ProgressDisplay(String task, boolean people) {
        this.bar = people && Boolean.getBoolean(TERMINAL)
                ? Optional.of(new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(STEPS)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(BAR_UPDATE_MILLIS)
                        .setMaxRenderedLength(BAR_WIDTH)
                        .hideEta()
                        .continuousUpdate()
                        .build())
                : Optional.empty();
    }

    /**
     * Some more is done.
     *
     * @param share of the whole, from 0 to 1
     * @param message what there is to say of it
     */
    void update(double share, String message) {
        long now = System.nanoTime();
        double elapsed = (now - start) / 1e9;
        if (before < 0) {
            before = share > FIRST ? share : 0;
        }
        double done = share - before;
        String left = done > 0 ? ", about " + Math.round(elapsed / done * (1 - share)) + " s left" : "";
        bar.ifPresent(display -> {
            display.stepTo(Math.round(share * STEPS));
            display.setExtraMessage(message + left);
        });
        if (bar.isEmpty() && now - lastLine >= BETWEEN_LINES.toNanos()) {
            lastLine = now;
            LOG.info("{} % done: {}{}", Math.round(100 * share), message, left);
        }
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
