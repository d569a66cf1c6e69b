package io.bellamy.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a forecast rests on, where a model takes all runs known into account.
 *
 * @param runs how many runs of the algorithm it rests on nearly all, possibly none
 * @param likeness how alike these are to what is asked about, in [0, 1]: 1 is the same but for the scale-out
 * @param newest the day of the newest of them, where it is known
 */
public record Grounds(int runs, double likeness, Optional<LocalDate> newest) {}
