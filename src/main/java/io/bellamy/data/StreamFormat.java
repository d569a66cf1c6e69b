package io.bellamy.data;

import java.io.IOException;
import java.io.InputStream;

/** A form in which rows follow one another from the begin of a file to its end. */
interface StreamFormat extends RunFormat {

    @Override
    default void read(DataTable table, RowSink rows) {
        table.open(in -> {
            read(in, table, rows);
            return rows;
        });
    }

    /** Reads all rows of a stream. */
    void read(InputStream in, DataTable file, RowSink rows) throws IOException;
}
