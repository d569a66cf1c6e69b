package io.bellamy.imports;

import io.bellamy.imports.RunRow.RunKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which logs need not be read again: as large and as old as when their rows were made, by the same rules.
 *
 * @param fresh those that need be
 */
record KnownLogs(List<FoundLog> fresh) {

    KnownLogs {
        fresh = List.copyOf(fresh);
    }

    static KnownLogs among(List<FoundLog> found, RunsTable table, LogCopies copies, String rules) {
        Map<String, LogStamp> byPlace = new HashMap<>();
        found.forEach(log -> byPlace.put(CellText.text(log.stamp().place()), log.stamp()));
        Map<RunKey, List<RunRow>> byRun = copies.byRun();
        table.read(row -> {
            settle(row, byPlace, rules);
            byRun.getOrDefault(row.key(), List.of()).forEach(copy -> settle(copy, byPlace, rules));
        });
        List<FoundLog> fresh = new ArrayList<>(found);
        fresh.removeIf(log -> !byPlace.containsKey(CellText.text(log.stamp().place())));
        return new KnownLogs(fresh);
    }

    private static void settle(RunRow row, Map<String, LogStamp> byPlace, String rules) {
        String place = row.text(RunColumn.LOG);
        LogStamp stamp = byPlace.get(place);
        if (stamp != null
                && row.text(RunColumn.LOG_BYTES).equals(Long.toString(stamp.bytes()))
                && row.text(RunColumn.LOG_MODIFIED).equals(Long.toString(stamp.modified()))
                && row.text(RunColumn.RULES).equals(rules)) {
            byPlace.remove(place);
        }
    }
}
