package io.bellamy.cli;

import io.bellamy.checking.CheckRules;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.time.Clock;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** The first day that a command is about. */
final class SinceOption {

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
        return CheckRules.day(since, clock).orElseGet(() -> {
            problems.add("--since: " + Quoted.of(since) + " must be a day as 2026-11-20, or a number of days as 14d");
            return LocalDate.MIN;
        });
    }
}
