package io.bellamy.process;

import io.bellamy.job.Run;
import java.util.List;

/**
 * Runs that are alike in all that the process sees.
 *
 * @param place what they are
 * @param runs they; none where they are of another algorithm and kept without
 * @param logs ln seconds above what is believed of the place, of the runs that came to their end
 * @param limits the same of runs of which it is known only that they took longer
 * @param noise the variance of runs of its job over that of runs of most
 */
record Cell(RunPlace place, List<Run> runs, List<Double> logs, List<Double> limits, double noise) {

    Cell {
        runs = List.copyOf(runs);
        logs = List.copyOf(logs);
        limits = List.copyOf(limits);
    }

    /** Of a job that scatters as most do. */
    Cell(RunPlace place, List<Run> runs, List<Double> logs, List<Double> limits) {
        this(place, runs, logs, limits, 1);
    }

    int scaleOut() {
        return runs.get(0).scaleOut();
    }

    /** The same with another relevance of time. */
    Cell with(double relevance) {
        return new Cell(place.with(relevance), runs, logs, limits, noise);
    }

    /** The same where runs scatter so much. */
    Cell ofNoise(double factor) {
        return new Cell(place, runs, logs, limits, factor);
    }

    /** The same on another day. */
    Cell on(double day) {
        return new Cell(place.on(day), runs, logs, limits, noise);
    }
}
