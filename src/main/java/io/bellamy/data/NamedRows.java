package io.bellamy.data;

import io.bellamy.job.PropertyKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

    /**
     * The rows that fulfil a condition or nearly do, in the order of the file; none where that can't be told of every row.
     *
     * @param condition one that asks for names
     */
    Optional<List<SourceRow>> of(Condition condition) {
        return byColumn(condition.column()).map(byName -> {
            Stream<SourceRow> found = condition.names().stream()
                    .map(NamedRows::spelled)
                    .distinct()
                    .flatMap(name -> byName.getOrDefault(name, List.of()).stream());
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
                byName.computeIfAbsent(spelled(row.get(column)), name -> new ArrayList<>())
                        .add(row);
            }
        } catch (BadValue lacking) {
            // it is a problem of everybody who reads the file
            return Optional.empty();
        }
        return Optional.of(byName);
    }

    /** One spelling for all that are the same name but for capitals, which may be in doubt. */
    private static String spelled(String name) {
        return PropertyKind.NAME.canonical(name).toLowerCase(Locale.ROOT);
    }
}
