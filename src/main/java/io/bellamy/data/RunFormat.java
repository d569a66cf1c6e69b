package io.bellamy.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A form in which rows are kept. Safe for several threads. */
public interface RunFormat {

    /** As a description names it. */
    String name();

    /** How the names of such files end, as {@code .csv}; a description need not name the format of these. */
    List<String> endings();

    /** Do separators stand between the columns, which a description may name? */
    boolean isSeparated();

    /**
     * Reads all rows, one after the other.
     *
     * @throws io.bellamy.problem.NothingToWorkWithException if there is no table
     * @throws io.bellamy.problem.InvalidInputException if it is no such table, or lacks a column
     */
    void read(InputStream in, DataTable file, RowSink rows) throws IOException;
}
