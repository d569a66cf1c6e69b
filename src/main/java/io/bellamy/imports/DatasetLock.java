package io.bellamy.imports;

import io.bellamy.files.OutputFile;
import io.bellamy.problem.LockedModelException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;

/** Who may change a data set: a lock of the operating system, which it takes back however its process ends. */
final class DatasetLock implements AutoCloseable {

    static final String NAME = ".lock";

    private final FileChannel channel;

    private DatasetLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes it.
     *
     * @throws LockedModelException if another process has it
     */
    static DatasetLock take(Path folder) throws IOException {
        FileChannel channel = OutputFile.openLock(folder.resolve(NAME));
        if (attempt(channel).isEmpty()) {
            channel.close();
            throw new LockedModelException(
                    Quoted.line(folder.toString()) + ": another import is at work: try again when it is done");
        }
        return new DatasetLock(channel);
    }

    private static Optional<FileLock> attempt(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException anotherThread) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
