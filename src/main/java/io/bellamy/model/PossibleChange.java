package io.bellamy.model;

import java.time.LocalDate;

/**
 * The newest runs of a job took another time than all before them tell, and there are too few of them to know whether it has changed.
 *
 * @param since the day of the first of them
 * @param runs how many, at least one
 * @param ratio the runtime of the middle one to what those before tell
 * @param atLeast whether some were stopped, so that it may be more
 * @param probability that the next run is as they are
 */
public record PossibleChange(LocalDate since, int runs, double ratio, boolean atLeast, double probability) {}
