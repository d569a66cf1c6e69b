package io.bellamy.files;

import io.bellamy.problem.LockedModelException;
import io.bellamy.problem.MachineException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;

/** Who may change a data set: a lock of the operating system, which it takes back however its process ends. */
public final class DatasetLock implements AutoCloseable {

    private static final String NAME = ".lock";
    private static final int MILLIS_BETWEEN = 20;

    /** Runs are recorded in a moment, for which others wait. */
    private static final int MOMENT = 100;

    private final FileChannel channel;

    private DatasetLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes it, after a moment if need be.
     *
     * @throws LockedModelException if another process has it for longer
     */
    public static DatasetLock take(Path folder) throws IOException {
        return take(folder, MOMENT, () -> {});
    }

    /**
     * Takes it, as soon as no other process has it.
     *
     * @param waiting is told where that takes longer than a moment
     */
    public static DatasetLock await(Path folder, Runnable waiting) throws IOException {
        return take(folder, Integer.MAX_VALUE, waiting);
    }

    private static DatasetLock take(Path folder, int attempts, Runnable waiting) throws IOException {
        FileChannel channel = OutputFile.openLock(folder.resolve(NAME));
        for (int attempt = 1; attempt(channel).isEmpty(); attempt++) {
            if (attempt == attempts) {
                channel.close();
                throw new LockedModelException(Quoted.line(folder.toString())
                        + ": another process is changing the data set (import or record): try again when it is done");
            }
            if (attempt == MOMENT) {
                waiting.run();
            }
            pause(channel);
        }
        return new DatasetLock(channel);
    }

    private static void pause(FileChannel channel) throws IOException {
        try {
            Thread.sleep(MILLIS_BETWEEN);
        } catch (InterruptedException end) {
            channel.close();
            Thread.currentThread().interrupt();
            throw new MachineException("interrupted while another process was changing the data set", end);
        }
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
