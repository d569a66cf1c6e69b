package io.bellamy.prediction;

import io.bellamy.job.DatedRuns;
import io.bellamy.job.Run;
import io.bellamy.model.PossibleChange;
import io.bellamy.problem.Counted;
import io.bellamy.problem.InvalidInputException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When the runs of an algorithm were, beside which stands the day on which a job is to run. */
final class DaysOfRuns {

    /** Nobody plans for longer, and what grows by a share each day has no bound. */
    private static final int MOST_YEARS = 10;

    private final List<Run> runs;
    private final List<LocalDate> days;
    private final boolean matter;

    /**
     * Looks at the days of runs.
     *
     * @param matter whether it matters to the model on which day a job runs
     */
    DaysOfRuns(List<Run> runs, boolean matter) {
        this.runs = runs;
        this.days =
                runs.stream().flatMap(run -> run.measured().stream()).sorted().toList();
        this.matter = matter;
    }

    /** What there is to say with every answer: where too few tell their day, nobody notices that a job takes another time. */
    Optional<String> warning() {
        return matter || days.isEmpty() || DatedRuns.areEnough(runs)
                ? Optional.empty()
                : Optional.of(
                        days.size() + " of " + Counted.of(runs.size(), "run") + " tell their day, which are too few:"
                                + " time does not count, and a job that takes longer than before is not noticed");
    }

    /** What there is to say where the newest runs of a job leave it open whether it has changed. */
    static String warning(PossibleChange change) {
        String runs = change.runs() == 1
                ? "the newest run, of " + change.since() + ","
                : "the newest " + change.runs() + " runs, since " + change.since() + ",";
        return runs
                + String.format(
                        Locale.ROOT,
                        " took %s%.2f times as long as those before tell: until there are more nobody knows whether the job has"
                                + " changed, and the intervals hold both",
                        change.atLeast() ? "at least " : "",
                        change.ratio());
    }

    /**
     * What there is to say of a day that is asked about: nothing, or a warning.
     *
     * @throws InvalidInputException if nothing can be said of that day
     */
    List<String> warnings(LocalDate day) {
        if (days.isEmpty()) {
            throw new InvalidInputException("day: " + day + " must not be given, since the runs do not tell their days:"
                    + " measured_at in dataset.yml names the column that has them");
        }
        if (!matter) {
            return List.of(
                    "day: the answer is the same for all days, since the model was pretrained on too few runs that"
                            + " tell theirs");
        }
        LocalDate oldest = days.get(0);
        LocalDate newest = days.get(days.size() - 1);
        if (day.isAfter(newest.plusYears(MOST_YEARS)) || day.isBefore(oldest.minusYears(MOST_YEARS))) {
            throw new InvalidInputException("day: " + day + " must be within " + MOST_YEARS
                    + " years of the runs, which are of " + oldest + " to " + newest);
        }
        if (!day.isAfter(newest)) {
            return List.of("runs after " + day + " count as well: the newest is of " + newest);
        }
        long ahead = ChronoUnit.DAYS.between(newest, day);
        long known = ChronoUnit.DAYS.between(oldest, newest) + 1;
        return ahead > known
                ? List.of(day + " is " + Counted.of(ahead, "day") + " after the newest run, and the runs are of "
                        + Counted.of(known, "day") + ": how the job changes until then is a guess")
                : List.of();
    }
}
