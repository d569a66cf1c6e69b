package io.bellamy.imports;

import io.bellamy.logfiles.LogSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which logs need not be read again: as large and as old as when their rows were made, by the same rules. */
final class KnownLogs {

    private KnownLogs() {}

    static List<LogSource> fresh(List<LogSource> sources, RunsTable table, String rules) {
        Map<String, LogSource> byPlace = new HashMap<>();
        sources.forEach(source -> byPlace.put(CellText.text(source.place()), source));
        table.read(row -> {
            String place = row.text(RunColumn.LOG);
            LogSource source = byPlace.get(place);
            if (source != null
                    && row.text(RunColumn.LOG_BYTES).equals(Long.toString(source.bytes()))
                    && row.text(RunColumn.LOG_MODIFIED).equals(Long.toString(source.modified()))
                    && row.text(RunColumn.RULES).equals(rules)) {
                byPlace.remove(place);
            }
        });
        List<LogSource> fresh = new ArrayList<>(sources);
        fresh.removeIf(source -> !byPlace.containsKey(CellText.text(source.place())));
        return fresh;
    }
}
