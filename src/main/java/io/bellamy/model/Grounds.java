package io.bellamy.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a forecast rests on most, where a model takes all runs known into account.
 *
 * @param runs how many runs are most alike, possibly none
 * @param likeness how alike these are to what is asked about, in [0, 1]
 * @param newest the day of the newest of them, where it is known
 * @param change of the job, where it is beyond doubt
 * @param possibleChange of the job, where its newest runs leave it open
 */
public record Grounds(
        int runs,
        double likeness,
        Optional<LocalDate> newest,
        Optional<LevelChange> change,
        Optional<PossibleChange> possibleChange) {}
