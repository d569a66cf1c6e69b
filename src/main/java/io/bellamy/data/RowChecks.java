package io.bellamy.data;

import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.Run;
import io.bellamy.problem.Quoted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for what can be read but may not be meant as it stands in the rows of a file, and tells it once a file. */
final class RowChecks {

    /** Somewhere it is a day later than here. */
    private static final int DAYS_AHEAD = 1;

    private static final int MOST_DOUBTS = 20;

    private final AlgorithmDescriptor descriptor;
    private final List<ColumnCheck> columns;
    private final List<String> names;
    private final LocalDate last;
    private final Map<String, SourceRow> doubts = new LinkedHashMap<>();
    private int future;
    private Optional<SourceRow> firstInFuture = Optional.empty();
    private String dayInFuture = "";

    RowChecks(AlgorithmDescriptor descriptor, PropertyDefinitions definitions, LocalDate today) {
        this.descriptor = descriptor;
        this.names = descriptor.numericColumns(definitions).stream()
                .filter(column -> descriptor.columns().contains(column)
                        && !descriptor.made().isMade(column))
                .toList();
        this.columns = names.stream()
                .map(name -> new ColumnCheck(name, descriptor.form().decimal()))
                .toList();
        this.last = today.plusDays(DAYS_AHEAD);
    }

    /** Looks at a row in which nothing is wrong, and the run that was read from it, unless it is of another algorithm. */
    void add(SourceRow row, Optional<Run> run) {
        try {
            if (run.isEmpty()) {
                doubt(descriptor.rows(), row);
                return;
            }
            doubt(descriptor.stopped(), row);
            doubtMemory(row);
            for (int i = 0; i < names.size(); i++) {
                columns.get(i).add(row, row.get(names.get(i)));
            }
        } catch (BadValue e) {
            throw new IllegalStateException("a row that lacks cells was read", e);
        }
        run.get().measured().filter(day -> day.isAfter(last)).ifPresent(day -> {
            if (future++ == 0) {
                firstInFuture = Optional.of(row);
                dayInFuture = ": column "
                        + Quoted.of(descriptor.measuredAt().orElseThrow().column()) + ": " + day
                        + " lies in the future";
            }
        });
    }

    /** Of rows that tell of memory, where others may hold what its conditions can't be asked of. */
    private void doubtMemory(SourceRow row) throws BadValue {
        if (descriptor.memory().isEmpty()) {
            return;
        }
        MemorySource memory = descriptor.memory().get();
        if (Condition.all(memory.rows().orElse(List.of()), row)) {
            doubt(memory.died(), row);
            doubt(memory.failed(), row);
        }
    }

    /** Told once for each condition and value. */
    private void doubt(List<Condition> conditions, SourceRow row) throws BadValue {
        for (Condition condition : conditions) {
            Optional<String> doubt = condition.doubt(row);
            if (doubt.isPresent() && doubts.size() < MOST_DOUBTS) {
                doubts.putIfAbsent(doubt.get(), row);
            }
            if (!condition.holds(row)) {
                return;
            }
        }
    }

    /** What there is to say. */
    List<String> warnings(String file) {
        List<String> warnings = new ArrayList<>();
        columns.forEach(column -> column.warning(file).ifPresent(warnings::add));
        doubts.forEach((doubt, row) -> warnings.add(row.place(file) + ": " + doubt));
        firstInFuture.ifPresent(
                row -> warnings.add(row.place(file) + dayInFuture + (future > 1 ? " (" + future + " such rows)" : "")));
        return warnings;
    }
}
