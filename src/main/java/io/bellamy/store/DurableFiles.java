package io.bellamy.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Writing that is on the disk, not only in memory, when it returns: a power cut leaves the old or the new. */
public final class DurableFiles {

    private DurableFiles() {}

    /** Writes a file that is not there yet. */
    static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /**
     * Writes a file that may be there already: aside, then in its place.
     *
     * @param aside a new file in the same folder, of which nothing is left in the end
     */
    public static void replace(Path file, Path aside, byte[] content) throws IOException {
        try {
            write(aside, content);
            rename(aside, file);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Renames within a folder, in one step; what has the new name is replaced if it is a file. */
    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(to.getParent());
    }

    /** Makes the names in a folder durable. */
    static void forceFolder(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException notOnThisSystem) {
            return; // Windows opens no folder, and needs it not
        }
        try (channel) {
            channel.force(true);
        }
    }

    /** Deletes a file or a folder with all that is in it; links are deleted, not followed. */
    static void delete(Path entry) throws IOException {
        Files.walkFileTree(entry, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
