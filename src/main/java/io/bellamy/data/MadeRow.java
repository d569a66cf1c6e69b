package io.bellamy.data;

import io.bellamy.data.MadeColumns.LookupColumn;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A row with the columns that are made of its own, and with a point before the decimals of all numbers. */
final class MadeRow implements SourceRow {

    /**
     * How rows are made.
     *
     * @param columns what is made
     * @param lookups the look-ups, by name
     * @param decimal what stands before the decimals in the file
     * @param numeric columns that hold numbers
     */
    record Making(MadeColumns columns, Map<String, LookupTable> lookups, DecimalMark decimal, Set<String> numeric) {

        SourceRow of(SourceRow row) {
            return columns.equals(MadeColumns.NONE) && decimal == DecimalMark.POINT ? row : new MadeRow(row, this);
        }

        private String withPoint(DecimalMark mark, String column, String text) throws BadValue {
            return numeric.contains(column) ? mark.withPoint(column, text) : text;
        }
    }

    private final SourceRow row;
    private final Making making;

    /** What was computed is not computed again, however often other columns refer to it. */
    private final Map<String, String> computed = new HashMap<>();

    private MadeRow(SourceRow row, Making making) {
        this.row = row;
        this.making = making;
    }

    @Override
    public long line() {
        return row.line();
    }

    @Override
    public String place(String table) {
        return row.place(table);
    }

    @Override
    public String get(String column) throws BadValue {
        Formula formula = making.columns().computed().get(column);
        if (formula != null) {
            return computed(column, formula);
        }
        Optional<LookupColumn> reference = making.columns().reference(column);
        return reference.isPresent()
                ? lookedUp(column, reference.get())
                : making.withPoint(making.decimal(), column, row.get(column));
    }

    private String computed(String column, Formula formula) throws BadValue {
        String result = computed.get(column);
        if (result == null) {
            result = formula.of(column, this);
            computed.put(column, result);
        }
        return result;
    }

    private String lookedUp(String column, LookupColumn reference) throws BadValue {
        Lookup lookup = making.columns().lookups().get(reference.lookup());
        String found = making.lookups().get(reference.lookup()).get(row.get(lookup.column()), reference.column());
        return making.withPoint(lookup.form().decimal(), column, found);
    }
}
