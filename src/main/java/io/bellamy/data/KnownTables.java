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

    /** Of jobs, whose rows may be asked for in turn. */
    private static final int MOST_DIGESTS = 20_000;

    private final Clock clock;
    private final Map<TableKey, KnownTable> tables = new LinkedHashMap<>(MOST, 1, true);
    private final Map<Path, KnownDigest> digests = new LinkedHashMap<>();
    private final Map<RowsKey, KnownDigest> rowDigests = new LinkedHashMap<>(MOST, 1, true);

    /** What is read of a file, and how. */
    private record TableKey(Path file, RunFormat format, char separator, Set<String> columns, Set<String> absent) {

        static TableKey of(DataTable table) {
            return new TableKey(
                    table.file().path(), table.format(), table.separator(), table.columns(), table.absent());
        }
    }

    /** Which rows of a table are digested. */
    private record RowsKey(TableKey table, Optional<NameFilter> filter) {}

    /** Memory that is short takes the rows away. */
    private record KnownTable(FileState state, SoftReference<NamedRows> rows) {}

    private record KnownDigest(FileState state, String sha256) {}

    KnownTables(Clock clock) {
        this.clock = clock;
    }

    /** Reads all rows of a file that a filter wants, if there is one, and others if that is less work. */
    void read(DataTable table, Optional<NameFilter> filter, RowSink sink) {
        if (table.format().isKnownByRows()) {
            digested(table, filter, sink);
            return;
        }
        Optional<NamedRows> known = filter.isPresent() ? rows(table) : Optional.empty();
        known.flatMap(rows -> rows.of(filter.orElseThrow()))
                .ifPresentOrElse(rows -> rows.forEach(sink::add), () -> table.read(sink));
    }

    /** Reads rows, and keeps their digest: a table need not be read a second time to tell which it was. */
    private String digested(DataTable table, Optional<NameFilter> filter, RowSink sink) {
        FileState state = FileState.of(table);
        RowsDigest digest = new RowsDigest(table, sink);
        filter.ifPresentOrElse(wanted -> table.read(wanted, digest), () -> table.read(digest));
        String sha256 = digest.sha256();
        if (state.isSettled(clock.millis()) && FileState.of(table).equals(state)) {
            keep(new RowsKey(TableKey.of(table), filter), new KnownDigest(state, sha256));
        }
        return sha256;
    }

    private synchronized void keep(RowsKey key, KnownDigest digest) {
        rowDigests.put(key, digest);
        rowDigests.keySet().stream()
                .limit(Math.max(0, rowDigests.size() - MOST_DIGESTS))
                .toList()
                .forEach(rowDigests::remove);
    }

    private synchronized Optional<KnownDigest> kept(RowsKey key) {
        return Optional.ofNullable(rowDigests.get(key));
    }

    /**
     * SHA-256, in hexadecimal, of a file; or, where that is too large to be read as a whole each time, of the rows of it that a filter
     * wants, in the columns that are read.
     */
    String sha256(DataTable table, Optional<NameFilter> filter) {
        if (!table.format().isKnownByRows()) {
            return sha256(table);
        }
        FileState state = FileState.of(table);
        return kept(new RowsKey(TableKey.of(table), filter))
                .filter(known -> known.state().equals(state))
                .map(KnownDigest::sha256)
                .orElseGet(() -> digested(table, filter, RowSink.NONE));
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

    private synchronized String sha256(DataTable table) {
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
