package io.bellamy.model;

import java.time.LocalDate;

/**
 * A job that takes longer than it did, or less long, with all else the same.
 *
 * @param before a day on which it was as it was
 * @param since the first day on which it was as it is; where it changed little by little, that of its newest run
 * @param ratio the runtime now to that before
 */
public record LevelChange(LocalDate before, LocalDate since, double ratio) {}
