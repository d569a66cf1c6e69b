package io.bellamy.checking;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A job that takes longer than it did, or less long, with all else the same.
 *
 * @param before the last day on which it was as it was; where it changes little by little the first one looked at
 * @param since the first day on which it was as it is; where it changes little by little that of the newest run
 * @param ratio the runtime now to that before
 * @param gradual whether it changes little by little
 */
public record LevelMove(LocalDate before, LocalDate since, double ratio, boolean gradual) {

    /** A step is told from so many deviations on: it is the largest of many that were looked at. */
    private static final double BEYOND_DOUBT = 5;

    /** And where it is worth telling: by a factor of 1.05. */
    private static final double WORTH_TELLING = Math.log(1.05);

    private static final int FEWEST_SINCE = 3;
    private static final int FEWEST_BEFORE = 5;
    private static final int MOST_BEFORE = 30;

    /** The deviation of a median to that of a mean. */
    private static final double MEDIAN = Math.sqrt(Math.PI / 2);

    /**
     * What is known of a job's level, as ln seconds, all else the same.
     *
     * @param frozen beside what the runs before a day let expect: a step shows where it is, and as high as it is
     * @param today beside what would be expected today: shows what goes on little by little, all the way back
     * @param doubt of what was expected, as a deviation: so much all of it may be off
     * @param growing whether the data grow, or shrink: then nobody can tell what else goes on little by little
     */
    record Levels(DaySeries frozen, DaySeries today, double doubt, boolean growing) {}

    /** A step: before which value it comes, and how high it is. */
    private record LevelStep(int at, double height) {}

    /**
     * Looks for a change.
     *
     * @param from the first day on which it may have come at once
     */
    static Optional<LevelMove> of(Levels levels, LocalDate from) {
        Optional<LevelStep> step = step(levels, from);
        DaySeries today = levels.today();
        Trend trend = Trend.of(today);
        double rise = trend.perDay() * today.days();
        boolean slides = !levels.growing() && trend.isSure() && Math.abs(rise) >= WORTH_TELLING;
        if (slides
                && step.map(found -> trend.distances(today) < distances(today, found.at()))
                        .orElse(true)) {
            return Optional.of(new LevelMove(today.day(0), today.newest(), Math.exp(rise), true));
        }
        return step.map(found ->
                new LevelMove(today.day(found.at() - 1), today.day(found.at()), Math.exp(found.height()), false));
    }

    /** The one that divides the values best, if it is beyond doubt. */
    private static Optional<LevelStep> step(Levels levels, LocalDate from) {
        DaySeries series = levels.frozen();
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = FEWEST_BEFORE; i <= series.size() - FEWEST_SINCE; i++) {
            boolean mayCome = !series.day(i).isBefore(from) && !series.day(i).equals(series.day(i - 1));
            if (mayCome && distances(series, i) < least) {
                best = i;
                least = distances(series, i);
            }
        }
        if (best == 0) {
            return Optional.empty();
        }
        double[] before = series.values(Math.max(0, best - MOST_BEFORE), best);
        double[] since = series.values(best, series.size());
        double height = DaySeries.median(since) - DaySeries.median(before);
        double scatter = MEDIAN * series.scatter() * Math.sqrt(1.0 / before.length + 1.0 / since.length);
        double doubt = Math.hypot(scatter, levels.doubt());
        return Math.abs(height) >= Math.max(WORTH_TELLING, BEYOND_DOUBT * doubt)
                ? Optional.of(new LevelStep(best, height))
                : Optional.empty();
    }

    private static double distances(DaySeries series, int at) {
        return DaySeries.distances(series.values(0, at)) + DaySeries.distances(series.values(at, series.size()));
    }
}
