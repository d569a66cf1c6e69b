package io.bellamy.eventlog;

import java.util.Map;
import java.util.TreeMap;

/** For how long at least one task ran. Tasks come about in the order in which they end, so what lies long back is settled. */
final class BusyTime {

    private static final int MOST = 4096;

    private final TreeMap<Long, Long> spans = new TreeMap<>();
    private long settled;

    void add(long from, long to) {
        if (to <= from) {
            return;
        }
        long begin = from;
        long end = to;
        Map.Entry<Long, Long> before = spans.floorEntry(end);
        while (before != null && before.getValue() >= begin) {
            spans.remove(before.getKey());
            begin = Math.min(begin, before.getKey());
            end = Math.max(end, before.getValue());
            before = spans.floorEntry(end);
        }
        spans.put(begin, end);
        if (spans.size() > MOST) {
            for (int i = 0; i < MOST / 2; i++) {
                settled += length(spans.pollFirstEntry());
            }
        }
    }

    long millis() {
        return settled + spans.entrySet().stream().mapToLong(BusyTime::length).sum();
    }

    private static long length(Map.Entry<Long, Long> span) {
        return span.getValue() - span.getKey();
    }
}
