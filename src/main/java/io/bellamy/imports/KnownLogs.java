package io.bellamy.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which logs need not be read again: as large and as old as when their rows were made, by the same rules.
 *
 * @param fresh those that need be
 * @param rows how many there are from before
 */
record KnownLogs(List<FoundLog> fresh, long rows) {

    KnownLogs {
        fresh = List.copyOf(fresh);
    }

    static KnownLogs among(List<FoundLog> found, RunsTable table, String rules) {
        Map<String, LogStamp> byPlace = new HashMap<>();
        found.forEach(log -> byPlace.put(CellText.text(log.stamp().place()), log.stamp()));
        AtomicLong rows = new AtomicLong();
        table.read(row -> {
            rows.incrementAndGet();
            String place = row.text(RunColumn.LOG);
            LogStamp stamp = byPlace.get(place);
            if (stamp != null
                    && row.text(RunColumn.LOG_BYTES).equals(Long.toString(stamp.bytes()))
                    && row.text(RunColumn.LOG_MODIFIED).equals(Long.toString(stamp.modified()))
                    && row.text(RunColumn.RULES).equals(rules)) {
                byPlace.remove(place);
            }
        });
        List<FoundLog> fresh = new ArrayList<>(found);
        fresh.removeIf(log -> !byPlace.containsKey(CellText.text(log.stamp().place())));
        return new KnownLogs(fresh, rows.get());
    }
}
