package io.bellamy.data;

/** Takes the rows of a file as they are read. */
public interface RowSink {

    /** Takes them and does nothing. */
    RowSink NONE = new RowSink() {
        @Override
        public void add(SourceRow row) {
            // not wanted
        }

        @Override
        public void reject(long line, String problem) {
            // not wanted
        }
    };

    /** A row. */
    void add(SourceRow row);

    /** A row of which nothing can be read. */
    void reject(long line, String problem);
}
