package io.bellamy.process;

import io.bellamy.job.Run;
import java.util.List;

/**
 * Runs that are alike in all that the process sees.
 *
 * @param place what they are
 * @param runs they; none where they are another algorithm's
 * @param logs ln seconds of each above what is believed of the place; of another algorithm's they are all that is kept
 */
record Cell(RunPlace place, List<Run> runs, List<Double> logs) {

    Cell {
        runs = List.copyOf(runs);
        logs = List.copyOf(logs);
    }

    int scaleOut() {
        return runs.get(0).scaleOut();
    }

    /** The same with another relevance of time. */
    Cell with(double relevance) {
        return new Cell(place.with(relevance), runs, logs);
    }

    /** The same on another day. */
    Cell on(double day) {
        return new Cell(place.on(day), runs, logs);
    }
}
