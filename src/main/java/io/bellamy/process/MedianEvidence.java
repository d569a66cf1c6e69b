package io.bellamy.process;

/** Runs of one configuration, as they tell of its median. */
sealed interface MedianEvidence permits RepeatedRuns, StoppedRun {

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

    /** Are all of them stragglers, more likely than not, where this is known of the median without them? */
    boolean straggle(MedianBelief without);

    /** Is it known only that they took longer? */
    boolean areStopped();
}
