package io.bellamy.data;

import io.bellamy.job.PropertyKind;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows in which a name stands in a column, or one that is the same but for spaces and capitals, which may be in doubt.
 *
 * @param column the column
 * @param names the names, as {@link #spelled} spells them
 */
public record NameFilter(String column, Set<String> names) {

    public NameFilter {
        names = Set.copyOf(names);
    }

    /** The rows that fulfil a condition that asks for names, or nearly do. */
    static NameFilter of(Condition condition) {
        return new NameFilter(
                condition.column(),
                condition.names().stream().map(NameFilter::spelled).collect(Collectors.toSet()));
    }

    boolean holds(String name) {
        return names.contains(spelled(name));
    }

    /** One spelling for all that are the same name but for spaces and capitals. */
    static String spelled(String name) {
        return PropertyKind.NAME.canonical(name).toLowerCase(Locale.ROOT);
    }
}
