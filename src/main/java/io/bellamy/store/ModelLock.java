package io.bellamy.store;

import io.bellamy.files.OutputFile;
import io.bellamy.files.OwnFolders;
import io.bellamy.problem.LockedModelException;
import io.bellamy.problem.Quoted;
import io.bellamy.problem.Remedy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may change the models of an algorithm. It is a lock of the operating system on a file that stays: the system takes
 * it back when its process ends, however that ends. What stands in the file only tells people who has it; left there
 * without the lock, it tells that its writer died.
 */
final class ModelLock implements AutoCloseable {

    static final String FILE = ".lock";

    private static final Logger LOG = LoggerFactory.getLogger(ModelLock.class);
    private static final long BETWEEN_TRIES_NANOS = 200_000_000;
    private static final int LONGEST_NOTE = 200;
    private static final Pattern NOTE = Pattern.compile("process \\d{1,10} since [\\dTZ:.-]{1,40}");

    private final FileChannel channel;
    private final FileLock lock;

    private ModelLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock of a folder.
     *
     * @param wait whether to wait for it as long as it takes
     * @throws LockedModelException if another process has it and there is no waiting
     */
    static ModelLock take(OwnFolders folders, Path home, boolean wait) throws IOException {
        Path file = home.resolve(FILE);
        folders.requireOwnFile(file);
        FileChannel channel = OutputFile.openLock(file);
        try {
            ModelLock taken = new ModelLock(channel, lock(channel, home, wait));
            taken.sign();
            return taken;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileLock lock(FileChannel channel, Path home, boolean wait) throws IOException {
        boolean told = false;
        while (true) {
            Optional<FileLock> lock = attempt(channel);
            if (lock.isPresent()) {
                return lock.get();
            }
            String note = note(channel);
            String holder = note.isEmpty() ? "another process" : note;
            if (!wait) {
                throw new LockedModelException(
                        Quoted.line(home.toString()) + ": is locked by " + holder + ": try again when it is done",
                        Remedy.WAIT);
            }
            if (!told) {
                LOG.info("{}: waiting for {}", Quoted.line(home.toString()), holder);
                told = true;
            }
            LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
        }
    }

    private static Optional<FileLock> attempt(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException anotherThread) {
            return Optional.empty();
        }
    }

    /** The lock holds without it, so that old versions can be removed where a disk is full. */
    private void sign() throws IOException {
        String left = note(channel);
        if (!left.isEmpty()) {
            LOG.info("the lock of {}, which ended before it was done, is free again", left);
        }
        String own = "process " + ProcessHandle.current().pid() + " since " + Instant.now();
        channel.truncate(0);
        try {
            channel.write(ByteBuffer.wrap(own.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException noRoom) {
            LOG.debug("can't write into the lock", noRoom);
        }
    }

    /**
     * Who signed it; nothing where that is not what this program writes. Read through the channel: to close another one of
     * the same file would give the lock back.
     */
    private static String note(FileChannel channel) throws IOException {
        ByteBuffer note = ByteBuffer.allocate(LONGEST_NOTE);
        channel.read(note, 0);
        String text = new String(note.array(), 0, note.position(), StandardCharsets.UTF_8);
        return NOTE.matcher(text).matches() ? text : "";
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            channel.truncate(0);
            lock.release();
        }
    }
}
