package io.bellamy.data;

/** A row of a source, of which every cell has the name of its column. */
public interface SourceRow {

    /** Where it stands in its file, from 1. */
    long line();

    /**
     * Where that is, for messages.
     *
     * @param table the name of what was read
     */
    default String place(String table) {
        return table + ":" + line();
    }

    /**
     * The text in a column.
     *
     * @throws BadValue if the row has none
     */
    String get(String column) throws BadValue;
}
