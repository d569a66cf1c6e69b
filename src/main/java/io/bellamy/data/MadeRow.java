package io.bellamy.data;

import io.bellamy.data.MadeColumns.Reference;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A row with the columns that are made of its own, and with a point before the decimals of all numbers.
 *
 * @param row the row of the file
 * @param making how it is made
 */
record MadeRow(SourceRow row, Making making) implements SourceRow {

    /**
     * How rows are made.
     *
     * @param columns what is made
     * @param lookups the look-ups, by name
     * @param decimal what stands before the decimals in the file
     * @param numeric columns that hold numbers
     */
    record Making(
            MadeColumns columns, Map<String, LookupTable> lookups, DecimalMark decimal, Set<String> numeric) {

        SourceRow of(SourceRow row) {
            return columns.equals(MadeColumns.NONE) && decimal == DecimalMark.POINT ? row : new MadeRow(row, this);
        }

        private String withPoint(DecimalMark mark, String column, String text) throws BadValue {
            return numeric.contains(column) ? mark.withPoint(column, text) : text;
        }
    }

    @Override
    public long line() {
        return row.line();
    }

    @Override
    public String get(String column) throws BadValue {
        Optional<Reference> reference = making.columns().reference(column);
        if (reference.isEmpty()) {
            return making.withPoint(making.decimal(), column, row.get(column));
        }
        Lookup lookup = making.columns().lookups().get(reference.get().lookup());
        String found = making.lookups()
                .get(reference.get().lookup())
                .get(row.get(lookup.column()), reference.get().column());
        return making.withPoint(lookup.form().decimal(), column, found);
    }
}
