package io.bellamy.data;

import io.bellamy.files.InputFile;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What tells whether a table is still as it was.
 *
 * @param name of the table
 * @param files that it is kept in; none where there is none
 */
record FileState(String name, List<OneFile> files) {

    /** A file that was changed so lately may be changed again before that shows, in milliseconds. */
    private static final long SETTLED = 2000;

    /**
     * What tells whether a file is still as it was.
     *
     * @param path its path
     * @param size in bytes
     * @param modified when it was changed last
     */
    record OneFile(String path, long size, FileTime modified) {}

    FileState {
        files = List.copyOf(files);
    }

    static FileState of(DataTable table) {
        List<OneFile> states = new ArrayList<>();
        for (InputFile file : table.files()) {
            try {
                if (file.exists()) {
                    states.add(new OneFile(file.path().toString(), file.size(), file.modified()));
                }
            } catch (IOException e) {
                throw DataFiles.unreadable(file.path(), e);
            }
        }
        return new FileState(table.name(), states);
    }

    /** In bytes; 0 where there is none. */
    long size() {
        return files.stream().mapToLong(OneFile::size).sum();
    }

    /** Would another change show? */
    boolean isSettled(long now) {
        return files.stream().allMatch(file -> file.modified().toMillis() < now - SETTLED);
    }
}
