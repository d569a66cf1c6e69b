package io.bellamy.data;

import java.io.IOException;
import java.nio.file.attribute.FileTime;

/**
 * What tells whether a file is still as it was.
 *
 * @param file its path, for messages
 * @param size in bytes; 0 where there is none
 * @param modified when it was changed last
 */
record FileState(String file, long size, FileTime modified) {

    /** A file that was changed so lately may be changed again before that shows, in milliseconds. */
    private static final long SETTLED = 2000;

    static FileState of(DataTable table) {
        try {
            boolean there = table.file().exists();
            return new FileState(
                    table.name(),
                    there ? table.file().size() : 0,
                    there ? table.file().modified() : FileTime.fromMillis(0));
        } catch (IOException e) {
            throw DataFiles.unreadable(table.file().path(), e);
        }
    }

    /** Would another change show? */
    boolean isSettled(long now) {
        return modified.toMillis() < now - SETTLED;
    }
}
