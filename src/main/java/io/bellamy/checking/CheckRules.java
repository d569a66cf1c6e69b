package io.bellamy.checking;

import io.bellamy.job.Deadlines;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is checked.
 *
 * @param since the first day whose runs are checked
 * @param deadlines of jobs
 * @param ahead for how many days deadlines are looked at
 */
public record CheckRules(LocalDate since, Deadlines deadlines, int ahead) {

    /** For how many days deadlines are looked at where nobody says. */
    public static final int AHEAD = 90;

    /** And at most. */
    public static final int MOST_AHEAD = 3650;

    private static final Pattern DAYS = Pattern.compile("(\\d{1,5})d");

    /** The day that a text means: a date, or so many days before today; empty where it means none. */
    public static Optional<LocalDate> day(String text, Clock clock) {
        Matcher days = DAYS.matcher(text.strip());
        if (days.matches()) {
            return Optional.of(LocalDate.now(clock).minusDays(Long.parseLong(days.group(1))));
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
