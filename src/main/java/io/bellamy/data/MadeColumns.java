package io.bellamy.data;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Columns that a file does not have itself: what is looked up elsewhere, as {@code machines.cores}, and what is computed.
 *
 * @param lookups by name
 * @param computed by the name of the column; none is computed from itself, or from one that stands behind it
 */
record MadeColumns(Map<String, Lookup> lookups, Map<String, Formula> computed) {

    static final MadeColumns NONE = new MadeColumns(Map.of(), Map.of());

    /** A column of a look-up. */
    record LookupColumn(String lookup, String column) {}

    MadeColumns {
        lookups = Collections.unmodifiableMap(new LinkedHashMap<>(lookups));
        computed = Collections.unmodifiableMap(new LinkedHashMap<>(computed));
    }

    /** The column of a look-up that is meant, if it is one. */
    Optional<LookupColumn> reference(String column) {
        int dot = column.indexOf('.');
        return dot > 0 && lookups.containsKey(column.substring(0, dot))
                ? Optional.of(new LookupColumn(column.substring(0, dot), column.substring(dot + 1)))
                : Optional.empty();
    }

    /** Is it one of them, and not one of the file? */
    boolean isMade(String column) {
        return computed.containsKey(column) || reference(column).isPresent();
    }

    /** Some columns, and those that they are computed from. */
    Set<String> closure(Collection<String> columns) {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(columns);
        while (!open.isEmpty()) {
            String column = open.poll();
            if (all.add(column) && computed.containsKey(column)) {
                open.addAll(computed.get(column).columns());
            }
        }
        return all;
    }

    /** The columns of the file that all are, or are made of. */
    Set<String> read(Collection<String> closure) {
        Set<String> read = new LinkedHashSet<>();
        closure.stream()
                .filter(column -> !computed.containsKey(column))
                .forEach(column -> read.add(reference(column)
                        .map(reference -> lookups.get(reference.lookup()).column())
                        .orElse(column)));
        return read;
    }
}
