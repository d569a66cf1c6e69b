package io.bellamy.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Everything that is written, is written here: as a new file under a name that nobody can guess, never through a link,
 * through to the disk, and renamed. A power cut leaves the old or the new.
 */
public final class OutputFile {

    /** Begins the name of what has no name yet or none any more; a random one follows. */
    private static final String ASIDE = ".aside.";

    private static final String RANDOM = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    /** Earlier programs named theirs for the version, or ".probe". */
    private static final Pattern LEFTOVER = Pattern.compile("\\.(aside|probe|\\d{8}T\\d{6}\\.\\d{3}Z)\\." + RANDOM);

    private OutputFile() {}

    /** A name that is free, in a folder. */
    public static Path aside(Path folder) {
        return folder.resolve(ASIDE + UUID.randomUUID());
    }

    /** Makes a folder with all that lead to it, where they are not there. */
    public static void makeFolders(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    /** Makes a folder that is not there yet; who else may read it is up to the umask. */
    public static Path makeAside(Path folder) throws IOException {
        return Files.createDirectory(aside(folder));
    }

    /** What a file is to have. */
    @FunctionalInterface
    public interface FileContent {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file that is not there yet. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /** As {@link #write(Path, byte[])}, for what would take much memory as a whole. */
    public static void write(Path file, FileContent content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /**
     * Writes a file that may be there already: aside, then in its place.
     *
     * @throws IOException also if something other than a regular file is there
     */
    public static void replace(Path file, byte[] content) throws IOException {
        replace(file, out -> out.write(content));
    }

    /** As {@link #replace(Path, byte[])}, for what would take much memory as a whole. */
    public static void replace(Path file, FileContent content) throws IOException {
        Path whole = file.toAbsolutePath();
        requireReplaceable(whole);
        Path aside = aside(whole.getParent());
        try {
            write(aside, content);
            rename(aside, whole);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Fails where something is that a file may not be put in the place of: a link, a folder, a pipe, a device. */
    public static void requireReplaceable(Path file) throws IOException {
        FileKind kind = FileKind.ofItself(file);
        if (kind != FileKind.NOTHING && kind != FileKind.FILE) {
            throw new UnusableFileException(file, kind.objection());
        }
    }

    /** Renames within a folder, in one step; what has the new name is replaced if it is a file. */
    public static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(to.getParent());
    }

    /** Makes the names in a folder durable. */
    public static void forceFolder(Path folder) throws IOException {
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

    /**
     * Opens a file that only serves to be locked, and makes it where it is not there.
     *
     * @throws IOException also if it is something other than a regular file
     */
    public static FileChannel openLock(Path file) throws IOException {
        requireReplaceable(file);
        return FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
    }

    /** Deletes a file or an empty folder, or a link and not what it leads to, where it is there. */
    public static void deleteIfThere(Path entry) throws IOException {
        Files.deleteIfExists(entry);
    }

    /** Deletes a file or a folder with all that is in it, where it is there; links are deleted, not followed. */
    public static void deleteAll(Path entry) throws IOException {
        if (FileKind.ofItself(entry) == FileKind.NOTHING) {
            return;
        }
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

    /**
     * Deletes what a process that was killed left aside in a folder; only for who knows that nobody works on it.
     *
     * @return what was deleted
     */
    public static List<Path> deleteLeftovers(Path folder) throws IOException {
        List<Path> deleted = new ArrayList<>();
        for (Path entry : InputFile.list(folder)) {
            if (LEFTOVER.matcher(entry.getFileName().toString()).matches()) {
                deleteAll(entry);
                deleted.add(entry);
            }
        }
        return deleted;
    }
}
