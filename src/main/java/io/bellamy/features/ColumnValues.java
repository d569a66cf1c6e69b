package io.bellamy.features;

import io.bellamy.job.PropertyValues;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The columns of one run, each computed once, however many networks ask for it. */
public final class ColumnValues {

    private final int scaleOut;
    private final PropertyValues properties;
    private final Map<Column, OptionalDouble> known = new HashMap<>();

    public ColumnValues(int scaleOut, PropertyValues properties) {
        this.scaleOut = scaleOut;
        this.properties = properties;
    }

    /** The value of a column; empty where the run's properties do not tell. */
    public OptionalDouble of(Column column) {
        return known.computeIfAbsent(column, asked -> asked.of(scaleOut, properties));
    }
}
