package io.bellamy.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of a file, found by the name that stands in a column. Safe for several threads once all rows are there. */
final class NamedRows implements RowSink {

    private final List<SourceRow> rows = new ArrayList<>();
    private final Map<String, Optional<Map<String, List<SourceRow>>>> byColumn = new HashMap<>();
    private boolean rejected;

    @Override
    public void add(SourceRow row) {
        rows.add(row);
    }

    @Override
    public void reject(long line, String problem) {
        rejected = true;
    }

    /** Can every row be read? Where one can't, whoever reads the file must be told. */
    boolean areWhole() {
        return !rejected;
    }

    /** The rows that a filter wants, in the order of the file; none where that can't be told of every row. */
    Optional<List<SourceRow>> of(NameFilter filter) {
        return byColumn(filter.column()).map(byName -> {
            Stream<SourceRow> found =
                    filter.names().stream().flatMap(name -> byName.getOrDefault(name, List.of()).stream());
            return found.sorted(Comparator.comparingLong(SourceRow::line)).toList();
        });
    }

    private synchronized Optional<Map<String, List<SourceRow>>> byColumn(String column) {
        return byColumn.computeIfAbsent(column, this::byName);
    }

    private Optional<Map<String, List<SourceRow>>> byName(String column) {
        Map<String, List<SourceRow>> byName = new HashMap<>();
        try {
            for (SourceRow row : rows) {
                byName.computeIfAbsent(NameFilter.spelled(row.get(column)), name -> new ArrayList<>())
                        .add(row);
            }
        } catch (BadValue lacking) {
            // it is a problem of everybody who reads the file
            return Optional.empty();
        }
        return Optional.of(byName);
    }
}
