package io.bellamy.natives;

import io.bellamy.files.CurrentUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether native code may be unpacked into a folder and run from there: nobody but the user may be able to change what is in
 * it, nor to put another folder in its place. Where the system knows no owners and modes, only what can be asked is.
 */
final class FolderCheck {

    private static final int OTHERS = 0077;
    private static final int OTHERS_WRITE = 0022;
    private static final int STICKY = 01000;
    private static final int MODE = 07777;
    private static final int ROOT = 0;
    private static final int MEGABYTE = 1_000_000;

    private FolderCheck() {}

    /** Does the system know owners and modes? */
    static boolean knowsOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /**
     * What speaks against a folder, for people.
     *
     * @param folder a real path
     * @param bytes what is to be unpacked into it
     */
    static Optional<String> objection(Path folder, long bytes) throws IOException {
        Optional<String> owners = knowsOwners(folder) ? objectionToOwners(folder) : Optional.empty();
        return owners.isPresent() ? owners : objectionToSystem(folder, bytes);
    }

    private static Optional<String> objectionToOwners(Path folder) throws IOException {
        Owned own = Owned.of(folder);
        long user = user();
        if (own.uid() != user) {
            return Optional.of("it belongs to another user (user id " + own.uid() + ")");
        }
        // where nobody else gets in, it does not matter which modes libraries make of the umask for what they unpack
        if (own.isOpen()) {
            return Optional.of(
                    "it is open to others (mode " + own.octal() + "): remove it, or make it yours alone (chmod 700)");
        }
        // who has the root of all folders can do anything anyway; in a container this need not be root
        long owner = Owned.of(folder.getRoot()).uid();
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            Owned way = Owned.of(above);
            if (way.uid() != user && way.uid() != ROOT && way.uid() != owner) {
                return Optional.of(
                        "it lies in " + above + ", which belongs to another user (user id " + way.uid() + ")");
            }
            // in a sticky folder, as the one for temporary files, nobody can rename what is another's
            if (way.othersWrite() && !way.sticky()) {
                return Optional.of("it lies in " + above + ", which others may write (mode " + way.octal() + ")");
            }
        }
        return Optional.empty();
    }

    /** Is there room, and may programs run? It has to be tried: quotas, mounts and access lists show nowhere else. */
    private static Optional<String> objectionToSystem(Path folder, long bytes) throws IOException {
        Path trial = Files.createTempFile(folder, "trial", ".tmp");
        try {
            Files.write(trial, new byte[1]);
            if (knowsOwners(folder)) {
                Files.setPosixFilePermissions(trial, PosixFilePermissions.fromString("rwx------"));
                if (!Files.isExecutable(trial)) {
                    return Optional.of("no program may run from there (mounted noexec)");
                }
            }
        } finally {
            Files.deleteIfExists(trial);
        }
        long room = Files.getFileStore(folder).getUsableSpace();
        return room < bytes
                ? Optional.of("no space is left on the disk: " + megabytes(bytes) + " MB are needed, " + room / MEGABYTE
                        + " MB are free")
                : Optional.empty();
    }

    /** What speaks against the files and folders in a folder that nobody else gets into: others may have, before. */
    static Optional<String> objectionToContent(Path folder) throws IOException {
        if (!knowsOwners(folder) || !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        long user = user();
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.toList()) {
                Owned own = Owned.of(entry);
                if (Files.isSymbolicLink(entry)) {
                    return Optional.of(entry + " is a link");
                }
                if (own.uid() != user) {
                    return Optional.of(entry + " belongs to another user (user id " + own.uid() + ")");
                }
            }
        }
        return Optional.empty();
    }

    static long megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }

    private static long user() throws IOException {
        return CurrentUser.uid();
    }

    private record Owned(long uid, int mode) {

        static Owned of(Path path) throws IOException {
            Map<String, Object> attributes = Files.readAttributes(path, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
            return new Owned(((Number) attributes.get("uid")).longValue(), (Integer) attributes.get("mode"));
        }

        boolean isOpen() {
            return (mode & OTHERS) != 0;
        }

        boolean othersWrite() {
            return (mode & OTHERS_WRITE) != 0;
        }

        boolean sticky() {
            return (mode & STICKY) != 0;
        }

        String octal() {
            return Integer.toOctalString(mode & MODE);
        }
    }
}
