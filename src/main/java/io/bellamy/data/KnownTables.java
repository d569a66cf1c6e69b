package io.bellamy.data;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers files that are read for one job after the other, so that a thousand jobs in a file do not mean to read it a thousand
 * times. Nothing is remembered of a file that is read once, is large, or was changed a moment ago. Safe for several threads.
 */
final class KnownTables {

    /** In bytes; ten times as much memory. */
    private static final long LARGEST = 32 << 20;

    private static final int MOST = 8;

    private final Clock clock;
    private final Map<TableKey, KnownTable> tables = new LinkedHashMap<>(MOST, 1, true);
    private final Map<Path, KnownDigest> digests = new LinkedHashMap<>();

    /** What is read of a file, and how. */
    private record TableKey(Path file, RunFormat format, char separator, Set<String> columns, Set<String> absent) {

        static TableKey of(DataTable table) {
            return new TableKey(
                    table.file().path(), table.format(), table.separator(), table.columns(), table.absent());
        }
    }

    /** Memory that is short takes the rows away. */
    private record KnownTable(FileState state, SoftReference<NamedRows> rows) {}

    private record KnownDigest(FileState state, String sha256) {}

    KnownTables(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads all rows of a file that fulfil a condition, and others if that is less work.
     *
     * @param condition one that asks for names
     */
    void read(DataTable table, Condition condition, RowSink sink) {
        Optional<NamedRows> known = rows(table);
        known.flatMap(rows -> rows.of(condition))
                .ifPresentOrElse(rows -> rows.forEach(sink::add), () -> table.read(sink));
    }

    /** Nothing where the file must be read by whoever wants it. */
    private synchronized Optional<NamedRows> rows(DataTable table) {
        FileState state = FileState.of(table);
        if (state.size() > LARGEST || !state.isSettled(clock.millis())) {
            return Optional.empty();
        }
        TableKey key = TableKey.of(table);
        KnownTable known = tables.get(key);
        if (known == null || !known.state().equals(state)) {
            tables.put(key, new KnownTable(state, new SoftReference<>(null)));
            tables.keySet().stream()
                    .limit(Math.max(0, tables.size() - MOST))
                    .toList()
                    .forEach(tables::remove);
            return Optional.empty();
        }
        NamedRows rows = known.rows().get();
        if (rows == null) {
            rows = new NamedRows();
            table.read(rows);
            if (!FileState.of(table).equals(state)) {
                return Optional.empty();
            }
            tables.put(key, new KnownTable(state, new SoftReference<>(rows)));
        }
        return Optional.of(rows).filter(NamedRows::areWhole);
    }

    /** The SHA-256 of a file, in hexadecimal. */
    synchronized String sha256(DataTable table) {
        FileState state = FileState.of(table);
        KnownDigest known = digests.get(table.file().path());
        if (known != null && known.state().equals(state)) {
            return known.sha256();
        }
        String sha256 = table.sha256();
        if (state.isSettled(clock.millis()) && FileState.of(table).equals(state)) {
            digests.put(table.file().path(), new KnownDigest(state, sha256));
        }
        return sha256;
    }
}
