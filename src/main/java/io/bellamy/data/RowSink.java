package io.bellamy.data;

/** Takes the rows of a file as they are read. */
public interface RowSink {

    /** A row. */
    void add(SourceRow row);

    /** A row of which nothing can be read. */
    void reject(long line, String problem);
}
