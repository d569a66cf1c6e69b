package io.bellamy.cli;

import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The first day that a command is about. */
final class SinceOption {

    private static final Pattern DAYS = Pattern.compile("(\\d{1,5})d");

    @Option(
            names = "--since",
            paramLabel = "DAY",
            required = true,
            description =
                    "the first day whose runs are checked, as 2026-11-20, or 14d for so many days before today (UTC)")
    private String since = "";

    /**
     * The day.
     *
     * @param problems are told where it is none
     */
    LocalDate day(Clock clock, Problems problems) {
        Matcher days = DAYS.matcher(since.strip());
        if (days.matches()) {
            return LocalDate.now(clock).minusDays(Long.parseLong(days.group(1)));
        }
        try {
            return LocalDate.parse(since.strip());
        } catch (DateTimeException wrong) {
            problems.add("--since: " + Quoted.of(since) + " must be a day as 2026-11-20, or a number of days as 14d");
            return LocalDate.MIN;
        }
    }
}
