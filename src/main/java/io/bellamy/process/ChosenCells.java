package io.bellamy.process;

import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cells that a process is learned from.
 *
 * @param finished at least one, in each of which a run came to its end
 * @param stopped those of which it is known only that they took longer
 * @param others of other algorithms
 */
record ChosenCells(List<Cell> finished, List<Cell> stopped, List<Cell> others) {

    /** More cells tell little more of the parameters; the time grows with their number's cube. */
    private static final int MOST_CELLS = 400;

    /** An algorithm with fewer cells of its own is taught by those of others, up to so many altogether: more taught nothing more. */
    private static final int TAUGHT = 120;

    /**
     * Chooses.
     *
     * @param runs that came to their end, at least one
     * @param companions what else is known
     */
    static ChosenCells of(ProcessColumns columns, List<Run> runs, Companions companions) {
        List<Cell> finished = new ArrayList<>();
        List<Cell> stopped = new ArrayList<>();
        List<Run> own =
                Stream.concat(runs.stream(), companions.stopped().stream()).toList();
        for (Cell cell : Cells.of(own, columns, Relevances.ALIKE)) {
            (cell.logs().isEmpty() ? stopped : finished).add(cell);
        }
        List<Cell> others = new ArrayList<>();
        companions
                .others()
                .forEach((algorithm, some) ->
                        others.addAll(Cells.of(some, columns, Optional.of(algorithm), Relevances.ALIKE)));
        int all = finished.size() + stopped.size();
        // as many of either as there are, where they are too many
        int ofStopped = Math.min(stopped.size(), MOST_CELLS * stopped.size() / all);
        List<Cell> chosen = Cells.thinned(finished, MOST_CELLS - ofStopped);
        List<Cell> chosenStopped = Cells.thinned(stopped, MOST_CELLS - chosen.size());
        int taught = Math.max(0, TAUGHT - chosen.size() - chosenStopped.size());
        return new ChosenCells(chosen, chosenStopped, Cells.thinned(others, taught));
    }

    /** But for the newest runs of jobs that may have made a step just before these. */
    ChosenCells without(List<PossibleStep> steps) {
        return new ChosenCells(without(finished, steps), without(stopped, steps), without(others, steps));
    }

    private static List<Cell> without(List<Cell> cells, List<PossibleStep> steps) {
        return cells.stream()
                .filter(cell -> steps.stream().noneMatch(step -> step.isSince(cell.place())))
                .toList();
    }

    /** In this order. */
    List<Cell> all() {
        return Stream.of(finished, stopped, others).flatMap(List::stream).toList();
    }
}
