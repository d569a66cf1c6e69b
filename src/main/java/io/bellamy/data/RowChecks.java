package io.bellamy.data;

import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.Run;
import io.bellamy.problem.Quoted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Looks for what can be read but may not be meant as it stands in the rows of a file, and tells it once a file. */
final class RowChecks {

    /** Somewhere it is a day later than here. */
    private static final int DAYS_AHEAD = 1;

    private final AlgorithmDescriptor descriptor;
    private final List<ColumnCheck> columns;
    private final List<String> names;
    private final LocalDate last;
    private int future;
    private String firstInFuture = "";

    RowChecks(AlgorithmDescriptor descriptor, PropertyDefinitions definitions, LocalDate today) {
        this.descriptor = descriptor;
        this.names = List.copyOf(descriptor.numericColumns(definitions));
        this.columns = names.stream().map(ColumnCheck::new).toList();
        this.last = today.plusDays(DAYS_AHEAD);
    }

    /** Looks at a row and what was read from it. */
    void add(SourceRow row, Run run) {
        try {
            for (int i = 0; i < names.size(); i++) {
                columns.get(i).add(row.line(), row.get(names.get(i)));
            }
        } catch (BadValue e) {
            throw new IllegalStateException("a run of a row that lacks cells", e);
        }
        run.measured().filter(day -> day.isAfter(last)).ifPresent(day -> {
            if (future++ == 0) {
                firstInFuture = row.line() + ": column "
                        + Quoted.of(descriptor.measuredAt().orElseThrow()) + ": " + day + " lies in the future";
            }
        });
    }

    /** What there is to say. */
    List<String> warnings(String file) {
        List<String> warnings = new ArrayList<>();
        columns.forEach(column -> column.warning(file).ifPresent(warnings::add));
        if (future > 0) {
            warnings.add(file + ":" + firstInFuture + (future > 1 ? " (" + future + " such rows)" : ""));
        }
        return warnings;
    }
}
