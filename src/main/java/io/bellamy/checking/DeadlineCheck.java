package io.bellamy.checking;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long a deadline will hold, at the present growth and on the usual cluster.
 *
 * @param seconds that a run may take
 * @param confidence with which probability it must be met; without it the predicted runtime must meet it
 * @param late how many of the runs that were checked took longer
 * @param runtime predicted on the day after the newest run, seconds
 * @param days after the newest run, from which on it is missed: 0 where that is already so; absent where that is not before
 *     the last day looked at
 * @param ahead the days that were looked at
 * @param newest the day of the newest run
 */
public record DeadlineCheck(
        double seconds,
        Optional<Double> confidence,
        int late,
        double runtime,
        Optional<Integer> days,
        int ahead,
        LocalDate newest) {

    /** The first day on which it is missed. */
    public Optional<LocalDate> missed() {
        return days.map(newest::plusDays);
    }
}
