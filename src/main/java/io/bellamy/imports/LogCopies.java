package io.bellamy.imports;

import io.bellamy.imports.RunRow.RunKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** copies.csv: logs that say nothing but what another log of the same run does, so that they need not be read each night. */
final class LogCopies {

    static final String NAME = "copies.csv";

    private static final List<RunColumn> COLUMNS = List.of(
            RunColumn.LOG,
            RunColumn.LOG_BYTES,
            RunColumn.LOG_MODIFIED,
            RunColumn.RULES,
            RunColumn.APPLICATION,
            RunColumn.ATTEMPT);

    private final TableFile file;

    /** By their places. */
    private final Map<String, RunRow> copies = new TreeMap<>();

    private LogCopies(TableFile file) {
        this.file = file;
    }

    static LogCopies in(Path folder) {
        LogCopies copies = new LogCopies(new TableFile(
                folder.resolve(NAME), COLUMNS.stream().map(RunColumn::title).toList()));
        copies.file.read(cells -> {
            Map<RunColumn, String> known = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                known.put(COLUMNS.get(i), cells.get(i));
            }
            copies.put(new RunRow(known));
        });
        return copies;
    }

    private boolean put(RunRow row) {
        Map<RunColumn, String> cells = new HashMap<>();
        COLUMNS.forEach(column -> cells.put(column, row.text(column)));
        RunRow copy = new RunRow(cells);
        return !copy.equals(copies.put(copy.text(RunColumn.LOG), copy));
    }

    /** Those of each run. A copy says nothing where the run itself is not there. */
    Map<RunKey, List<RunRow>> byRun() {
        Map<RunKey, List<RunRow>> byRun = new HashMap<>();
        copies.values().forEach(copy -> byRun.computeIfAbsent(copy.key(), run -> new ArrayList<>())
                .add(copy));
        return byRun;
    }

    /** Writes these down beside those that are known. */
    void add(Collection<RunRow> more) {
        boolean changed = false;
        for (RunRow row : more) {
            changed |= put(row);
        }
        if (changed) {
            file.write(taker -> copies.values()
                    .forEach(copy ->
                            taker.accept(COLUMNS.stream().map(copy::text).toList())));
        }
    }
}
