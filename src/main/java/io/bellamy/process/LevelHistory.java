package io.bellamy.process;

import io.bellamy.model.LevelChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the level of a job was on the days of its runs, all else the same, as far as a history tells. */
final class LevelHistory {

    /** A change is told from so many deviations of doubt on. */
    private static final double BEYOND_DOUBT = 3;

    /** And where it is worth telling: by a factor of 1.05. */
    private static final double WORTH_TELLING = Math.log(1.05);

    private final List<Surroundings.View> views = new ArrayList<>();
    private final List<Double> days;
    private final Surroundings surroundings;
    private final RunPlace asked;

    /** Of a place that is asked about. */
    LevelHistory(Surroundings surroundings, RunPlace asked) {
        this.surroundings = surroundings;
        this.asked = asked;
        this.days = surroundings.cells().stream()
                .map(Cell::place)
                .filter(place -> place.texts().equals(asked.texts()) && !Double.isNaN(place.day()))
                .map(RunPlace::day)
                .distinct()
                .sorted()
                .toList();
        days.forEach(day -> views.add(surroundings.at(asked.on(day))));
    }

    /** From where the level was farthest from what it is now, in deviations of doubt; empty where that may be chance. */
    Optional<LevelChange> change() {
        if (days.size() < 2) {
            return Optional.empty();
        }
        int last = days.size() - 1;
        double[] moves = new double[last];
        double[] surprises = new double[last];
        for (int i = 0; i < last; i++) {
            moves[i] = views.get(last).mean() - views.get(i).mean();
            surprises[i] = Math.abs(moves[i]) < WORTH_TELLING ? 0 : Math.abs(moves[i]) / doubt(i, last);
        }
        int farthest = 0;
        for (int i = 1; i < last; i++) {
            if (surprises[i] > surprises[farthest]) {
                farthest = i;
            }
        }
        return surprises[farthest] < BEYOND_DOUBT ? Optional.empty() : from(farthest, moves);
    }

    private double doubt(int one, int other) {
        Surroundings.View before = views.get(one);
        Surroundings.View now = views.get(other);
        double variance = before.covariance(before) + now.covariance(now) - 2 * before.covariance(now);
        return Math.sqrt(Math.max(Double.MIN_NORMAL, variance));
    }

    /**
     * Where it came at once, since the largest step from one day to the next, or since the day that its runs tell; nothing where too few
     * runs tell of that step.
     */
    private Optional<LevelChange> from(int farthest, double[] moves) {
        int step = farthest;
        for (int i = farthest; i < moves.length; i++) {
            if (Math.abs(step(i, moves)) > Math.abs(step(step, moves))) {
                step = i;
            }
        }
        boolean atOnce = Math.abs(step(step, moves)) > Math.abs(moves[farthest]) / 2;
        if (atOnce && runsSince(days.get(step + 1)) < StepSearch.FEWEST) {
            return Optional.empty();
        }
        double since = atOnce
                ? days.get(step + 1)
                : new LevelTurn(surroundings, asked.on(days.get(moves.length)), days.get(farthest))
                        .day(moves[farthest])
                        .orElse(days.get(moves.length));
        return Optional.of(new LevelChange(day(days.get(farthest)), day(since), Math.exp(moves[farthest])));
    }

    private long runsSince(double day) {
        return surroundings.cells().stream()
                .filter(cell -> cell.place().texts().equals(asked.texts())
                        && cell.place().day() >= day)
                .count();
    }

    /** From a day's level to the next one's. */
    private static double step(int i, double[] moves) {
        return moves[i] - (i + 1 < moves.length ? moves[i + 1] : 0);
    }

    private static LocalDate day(double number) {
        return LocalDate.ofEpochDay(Math.round(number));
    }
}
