package io.bellamy.parquet;

import io.bellamy.problem.Limits;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is wanted of a table.
 *
 * @param columns that must be there
 * @param absent those that may not be there, and what is said of each that is
 * @param key which rows are wanted, where not all are
 * @param limits how much is looked at
 */
public record TableQuestion(List<String> columns, Set<String> absent, Optional<KeyFilter> key, Limits limits) {

    /**
     * Rows by what stands in a column.
     *
     * @param column one of those that are read
     * @param wanted whether rows with this text there are wanted
     */
    public record KeyFilter(String column, Predicate<String> wanted) {}

    public TableQuestion {
        columns = List.copyOf(columns);
        absent = Set.copyOf(absent);
    }
}
