package io.bellamy.data;

import io.bellamy.files.InputFile;
import java.util.List;

/** A form in which rows are kept. Safe for several threads. */
public interface RunFormat {

    /** As a description names it. */
    String name();

    /** How the names of such files end, as {@code .csv}; a description need not name the format of these. */
    List<String> endings();

    /** Do separators stand between the columns, which a description may name? */
    boolean isSeparated();

    /** Is a table known by those of its rows that were read, as its files are too large to be read as a whole each time? */
    default boolean isKnownByRows() {
        return false;
    }

    /** The files that a table is kept in. */
    default List<InputFile> files(DataTable table) {
        return List.of(table.file());
    }

    /**
     * Reads all rows, one after the other.
     *
     * @throws io.bellamy.problem.NothingToWorkWithException if there is no table
     * @throws io.bellamy.problem.InvalidInputException if it is no such table, or lacks a column
     */
    void read(DataTable table, RowSink rows);

    /** Reads all rows with some names in a column, however they are spelled, and others if that is less work. */
    default void read(DataTable table, NameFilter filter, RowSink rows) {
        read(table, rows);
    }

    /** Reads all rows that differ from those before, and others if that is less work. */
    default void readDifferent(DataTable table, RowSink rows) {
        read(table, rows);
    }
}
