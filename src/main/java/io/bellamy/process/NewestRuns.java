package io.bellamy.process;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The newest runs of each job, fewer than tell a step: what they are nobody knows before there are more of them, and so they tell nothing of
 * each other either, whatever happened to all jobs on one day. Never changed.
 */
final class NewestRuns {

    private final Set<RunPlace> places = new HashSet<>();

    /** Of the jobs of some cells: those of which the day is known, after as many as a step needs before it. */
    NewestRuns(List<Cell> cells) {
        for (List<Cell> job : Cells.byJob(cells).values()) {
            job.stream()
                    .map(Cell::place)
                    .filter(place -> !Double.isNaN(place.day()))
                    .sorted(Comparator.comparingDouble(RunPlace::day).reversed())
                    .limit(Math.max(0, Math.min(StepSearch.FEWEST - 1, job.size() - StepSearch.FEWEST)))
                    .forEach(places::add);
        }
    }

    boolean has(RunPlace place) {
        return places.contains(place);
    }
}
