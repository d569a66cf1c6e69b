package io.bellamy.process;

import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import io.bellamy.numerics.Evenly;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts runs into cells, and chooses among cells where they are too many. */
final class Cells {

    private Cells() {}

    private record Alike(int scaleOut, PropertyValues properties, Optional<LocalDate> measured) {}

    /** Runs that are alike, taken together, in the order in which each comes first. */
    static List<Cell> of(List<Run> runs, ProcessColumns columns, Relevances relevances) {
        return of(runs, columns, columns.algorithm(), relevances);
    }

    /** Runs of an algorithm. */
    static List<Cell> of(List<Run> runs, ProcessColumns columns, Optional<String> algorithm, Relevances relevances) {
        boolean dated = columns.days().isPresent();
        Map<Alike, List<Run>> alike = new LinkedHashMap<>();
        for (Run run : runs) {
            Optional<LocalDate> measured = dated ? run.measured() : Optional.empty();
            alike.computeIfAbsent(new Alike(run.scaleOut(), run.properties(), measured), key -> new ArrayList<>())
                    .add(run);
        }
        List<Cell> cells = new ArrayList<>();
        alike.forEach((key, own) -> {
            RunPlace place = columns.place(
                    key.scaleOut(), key.properties(), algorithm, ProcessColumns.day(key.measured()), relevances);
            double believed = columns.believed(place);
            cells.add(new Cell(place, own, logs(own, true, believed), logs(own, false, believed)));
        });
        return cells;
    }

    private static List<Double> logs(List<Run> runs, boolean finished, double believed) {
        return runs.stream()
                .filter(run -> run.finished() == finished)
                .map(run -> Math.log(run.runtime()) - believed)
                .toList();
    }

    /** The cells of each job, by its texts, in the order in which each comes first. */
    static Map<List<String>, List<Cell>> byJob(List<Cell> cells) {
        Map<List<String>, List<Cell>> jobs = new LinkedHashMap<>();
        cells.forEach(cell -> jobs.computeIfAbsent(cell.place().texts(), texts -> new ArrayList<>())
                .add(cell));
        return jobs;
    }

    /** The same as numbers of the cells. */
    static Map<List<String>, List<Integer>> numbersByJob(List<Cell> cells) {
        Map<List<String>, List<Integer>> jobs = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            jobs.computeIfAbsent(cells.get(i).place().texts(), texts -> new ArrayList<>())
                    .add(i);
        }
        return jobs;
    }

    /** At most a number of cells: of every job about as many. */
    static List<Cell> thinned(List<Cell> cells, int most) {
        if (cells.size() <= most) {
            return cells;
        }
        List<List<Cell>> bySize = byJob(cells).values().stream()
                .sorted(Comparator.comparingInt(List::size))
                .toList();
        List<Cell> chosen = new ArrayList<>();
        int left = most;
        for (int i = 0; i < bySize.size(); i++) {
            // what small jobs do not need is the others'
            int share = Math.max(1, left / (bySize.size() - i));
            List<Cell> own = some(bySize.get(i), Math.min(share, left));
            chosen.addAll(own);
            left -= own.size();
        }
        return chosen;
    }

    /**
     * Some of a job's cells: the newest, and of older ones the fewer the older they are; those of no known day evenly by
     * scale-out.
     */
    static List<Cell> some(List<Cell> cells, int most) {
        if (cells.size() <= most) {
            return cells;
        }
        if (cells.stream().allMatch(cell -> Double.isNaN(cell.place().day()))) {
            List<Cell> sorted = cells.stream()
                    .sorted(Comparator.comparingInt(Cell::scaleOut))
                    .toList();
            return Evenly.some(sorted, most);
        }
        List<Cell> newest = cells.stream()
                .sorted(Comparator.comparingDouble((Cell cell) -> cell.place().dayOrNone())
                        .reversed())
                .toList();
        List<Cell> some = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < most; i++) {
            // half of them without a gap, then the gaps grow
            double share = (double) i / most;
            next = Math.max(next, (int) (newest.size() * share * share));
            some.add(newest.get(next));
            next++;
        }
        return some;
    }
}
