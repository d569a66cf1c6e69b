package io.bellamy.data;

import io.bellamy.job.PropertyKind;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.yaml.KeyAdvice;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The rows of a look-up, by their keys. */
final class LookupTable implements RowSink {

    private final Lookup lookup;
    private final String name;
    private final Set<String> columns;
    private final Limits limits;
    private final Problems problems;
    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(long line, Map<String, String> cells) {}

    /**
     * A look-up that has not been read.
     *
     * @param name of the file, for messages
     * @param columns that are asked for
     */
    LookupTable(Lookup lookup, String name, Set<String> columns, Limits limits) {
        this.lookup = lookup;
        this.name = name;
        this.columns = Set.copyOf(columns);
        this.limits = limits;
        this.problems = new Problems(limits, Math.min(RunTable.LISTED_ROWS, limits.problems()));
    }

    @Override
    public void add(SourceRow row) {
        try {
            String key = row.get(lookup.key());
            if (key.isEmpty()) {
                throw new BadValue(lookup.key(), key, "there, since rows are looked up by it");
            }
            Map<String, String> cells = new HashMap<>();
            for (String column : columns) {
                cells.put(column, row.get(column));
            }
            Entry before = entries.putIfAbsent(PropertyKind.NAME.canonical(key), new Entry(row.line(), cells));
            if (before != null) {
                throw new BadValue(lookup.key(), key, "there once, but stands in line " + before.line() + " too");
            }
            if (entries.size() > limits.rows()) {
                throw new InvalidInputException(name + ": has " + Limits.exceeded(limits.rows(), "row", "rows"));
            }
        } catch (BadValue e) {
            problems.add(row.place(name) + ": " + e.getMessage());
        }
    }

    @Override
    public void reject(long line, String problem) {
        problems.add(name + ":" + line + ": " + problem);
    }

    /** All has been read: tells what is wrong with it. */
    LookupTable checked() {
        problems.throwIfAny();
        return this;
    }

    /**
     * What stands in a column for the key that a run has; nothing where the run has none.
     *
     * @throws BadValue if there is no such key
     */
    String get(String key, String column) throws BadValue {
        if (key.isEmpty()) {
            return "";
        }
        Entry entry = entries.get(PropertyKind.NAME.canonical(key));
        if (entry == null) {
            throw new BadValue(
                    lookup.column(),
                    key,
                    "in column " + Quoted.of(lookup.key()) + " of " + name
                            + KeyAdvice.meant(key, entries.keySet())
                                    .map(near -> "; the nearest there is " + Quoted.of(near))
                                    .orElse(""));
        }
        return entry.cells().get(column);
    }
}
