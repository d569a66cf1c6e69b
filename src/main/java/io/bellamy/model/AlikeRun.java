package io.bellamy.model;

import io.bellamy.job.Run;

/**
 * A run that a forecast rests on.
 *
 * @param run as it was measured
 * @param likeness how alike it is to what is asked about, in [0, 1]
 */
public record AlikeRun(Run run, double likeness) {}
