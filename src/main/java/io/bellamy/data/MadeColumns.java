package io.bellamy.data;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Columns that a file does not have itself: what is looked up elsewhere, as {@code machines.cores}.
 *
 * @param lookups by name
 */
record MadeColumns(Map<String, Lookup> lookups) {

    static final MadeColumns NONE = new MadeColumns(Map.of());

    /** A column of a look-up. */
    record Reference(String lookup, String column) {}

    MadeColumns {
        lookups = Collections.unmodifiableMap(new LinkedHashMap<>(lookups));
    }

    /** The column of a look-up that is meant, if it is one. */
    Optional<Reference> reference(String column) {
        int dot = column.indexOf('.');
        return dot > 0 && lookups.containsKey(column.substring(0, dot))
                ? Optional.of(new Reference(column.substring(0, dot), column.substring(dot + 1)))
                : Optional.empty();
    }

    /** The columns of the file that some columns are, or are made of. */
    Set<String> read(Collection<String> columns) {
        Set<String> read = new LinkedHashSet<>();
        columns.forEach(column -> read.add(reference(column)
                .map(reference -> lookups.get(reference.lookup()).column())
                .orElse(column)));
        return read;
    }

    /** Those of some columns that are made. */
    Set<String> made(Collection<String> columns) {
        Set<String> made = new LinkedHashSet<>();
        columns.stream().filter(column -> reference(column).isPresent()).forEach(made::add);
        return made;
    }

    /** The columns of look-ups that are used for some columns. */
    Set<Reference> references(Collection<String> columns) {
        Set<Reference> references = new LinkedHashSet<>();
        columns.forEach(column -> reference(column).ifPresent(references::add));
        return references;
    }
}
