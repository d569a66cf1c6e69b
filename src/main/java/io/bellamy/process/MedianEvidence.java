package io.bellamy.process;

import java.util.ArrayList;
import java.util.List;

/** Runs of one configuration, as they tell of its median. */
sealed interface MedianEvidence permits RepeatedRuns, StoppedRun {

    /**
     * The runs of a cell: those that came to their end, and each that was stopped.
     *
     * @param mean of all, ln seconds
     */
    static List<MedianEvidence> of(Cell cell, double mean, RunScatter scatter) {
        List<MedianEvidence> evidence = new ArrayList<>();
        if (!cell.logs().isEmpty()) {
            evidence.add(
                    new RepeatedRuns(cell.logs().stream().mapToDouble(log -> log - mean), scatter.times(cell.noise())));
        }
        cell.limits().forEach(limit -> evidence.add(new StoppedRun(limit - mean, scatter.times(cell.noise()))));
        return evidence;
    }

    /** How probable all runs of a cell are where its median is known so far, ln seconds above what is believed of its place. */
    static double log(Cell cell, MedianBelief median, RunScatter scatter) {
        return of(cell, 0, scatter).stream()
                .mapToDouble(runs -> runs.log(median))
                .sum();
    }

    /** What is known of the median with the runs, where this is known without: the normal distribution of the same moments. */
    MedianBelief times(MedianBelief without);

    /** What they tell if all of them are stragglers, or none. */
    MedianBelief reading(boolean straggling);

    /**
     * What they tell by themselves, for a start.
     *
     * @param variance of the median before any run is known
     */
    MedianBelief alone(double variance);

    /**
     * How probable the runs are, as a logarithm, but for what depends on their number alone.
     *
     * @param without what is known of the median without them
     */
    double log(MedianBelief without);

    /** Are all of them stragglers, more likely than not, where this is known of the median without them? */
    boolean straggle(MedianBelief without);

    /** Is it known only that they took longer? */
    boolean areStopped();
}
