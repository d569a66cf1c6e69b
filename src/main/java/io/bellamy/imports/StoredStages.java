package io.bellamy.imports;

import io.bellamy.imports.RunRow.RunKey;
import io.bellamy.imports.TimeShares.FixedStage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;

/** Tells of the stages that imports keep where the time of a job's runs goes. */
public final class StoredStages {

    /** So many of the newest runs tell it. */
    private static final int NEWEST = 10;

    private static final int NAME = 4;
    private static final int DURATION = 6;
    private static final int LONGEST_TASK = 9;
    private static final int MEDIAN_TASK = 10;

    private StoredStages() {}

    /** A stage of a run, in seconds. */
    private record OneStage(String name, double longest, double median) {}

    /**
     * Where the time goes.
     *
     * @param folder of the data set
     * @param algorithm whose runs are looked at
     * @return nothing where no import was made there, or no run of the job tells it
     * @throws io.bellamy.problem.InvalidInputException where the tables are none of an import
     */
    public static Optional<TimeShares> shares(Path folder, String algorithm) {
        TableFile table = StageRows.table(folder);
        if (!table.exists()) {
            return Optional.empty();
        }
        PriorityQueue<RunRow> newest = new PriorityQueue<>(Comparator.comparing(row -> row.text(RunColumn.STARTED)));
        RunsTable.in(folder).read(row -> {
            if (row.text(RunColumn.ALGORITHM).equals(algorithm)
                    && row.known(RunColumn.LEFT_OUT).isEmpty()) {
                newest.add(row);
                if (newest.size() > NEWEST) {
                    newest.remove();
                }
            }
        });
        Map<RunKey, List<OneStage>> stages = new HashMap<>();
        newest.forEach(row -> stages.put(row.key(), new ArrayList<>()));
        table.read(cells -> {
            List<OneStage> own = stages.get(new RunKey(cells.get(0), cells.get(1)));
            if (own != null) {
                stage(cells).ifPresent(own::add);
            }
        });
        List<TimeShares> all = newest.stream()
                .sorted(newest.comparator().reversed())
                .flatMap(row -> shares(row, stages.get(row.key())).stream())
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(TimeShares.mean(all));
    }

    private static Optional<OneStage> stage(List<String> cells) {
        OptionalDouble duration = number(cells.get(DURATION));
        OptionalDouble longest = number(cells.get(LONGEST_TASK));
        OptionalDouble median = number(cells.get(MEDIAN_TASK));
        if (duration.isEmpty() || longest.isEmpty() || median.isEmpty()) {
            return Optional.empty();
        }
        double least = Math.min(longest.getAsDouble(), duration.getAsDouble());
        return Optional.of(new OneStage(cells.get(NAME), least, Math.min(median.getAsDouble(), least)));
    }

    private static Optional<TimeShares> shares(RunRow row, List<OneStage> stages) {
        OptionalDouble all = number(row.text(RunColumn.END_TO_END_S));
        OptionalDouble idle = number(row.text(RunColumn.WITHOUT_TASKS_S));
        OptionalDouble scaleOut = number(row.text(RunColumn.SCALE_OUT));
        if (all.isEmpty() || idle.isEmpty() || scaleOut.isEmpty() || stages.isEmpty() || !(all.getAsDouble() > 0)) {
            return Optional.empty();
        }
        double whole = all.getAsDouble();
        double without = Math.min(idle.getAsDouble(), whole);
        double waiting = Math.min(number(row.text(RunColumn.FIRST_EXECUTOR_S)).orElse(0), without);
        double longest = stages.stream().mapToDouble(OneStage::longest).sum();
        double median = stages.stream().mapToDouble(OneStage::median).sum();
        // stages side by side take no more than there is
        double fits = longest > 0 ? Math.min(1, (whole - without) / longest) : 0;
        return Optional.of(new TimeShares(
                1,
                scaleOut.getAsDouble(),
                waiting / whole,
                (without - waiting) / whole,
                fits * median / whole,
                fits * (longest - median) / whole,
                stages.stream()
                        .max(Comparator.comparingDouble(OneStage::longest))
                        .map(stage -> new FixedStage(stage.name(), fits * stage.longest() / whole))));
    }

    /** Cells may have been edited by hand: what is no number is not known. */
    private static OptionalDouble number(String cell) {
        try {
            double number = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
            return number >= 0 && !Double.isInfinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException none) {
            return OptionalDouble.empty();
        }
    }
}
