package io.bellamy.files;

import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * A socket with a name among the files that only its user may reach. It is made in a folder of the user's own, closed to others,
 * and then renamed: at no moment can anybody else reach it.
 *
 * @param path its name
 * @param making the name that it has at first
 */
public record LocalSocket(Path path, Path making) {

    private static final String ONLY_OWN = "rw-------";
    private static final int WRITTEN_BY_OTHERS = 022;
    private static final int STICKY = 01000;
    private static final int KIND = 0170000;
    private static final int SOCKET = 0140000;

    /**
     * Prepares one.
     *
     * @throws InvalidInputException if something else has its name, or others may rename it
     */
    public static LocalSocket at(Path path) {
        Path whole = path.toAbsolutePath();
        try {
            requireOwnFolder(whole.getParent());
            requireFree(whole);
            Path folder = Files.createDirectory(
                    OutputFile.aside(whole.getParent()),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new LocalSocket(whole, folder.resolve("s"));
        } catch (IOException failure) {
            throw new InvalidInputException("--socket: " + Quoted.line(path.toString()) + ": " + Reason.of(failure));
        }
    }

    /** Gives it its name; somebody listens already. */
    public void publish() throws IOException {
        Files.setPosixFilePermissions(making, PosixFilePermissions.fromString(ONLY_OWN));
        OutputFile.rename(making, path);
        OutputFile.deleteIfThere(making.getParent());
    }

    /** Takes the names away, where they are there. */
    public void delete() throws IOException {
        OutputFile.deleteIfThere(path);
        if (FileKind.ofItself(making.getParent()) == FileKind.FOLDER) {
            OutputFile.deleteAll(making.getParent());
        }
    }

    /** May only its owner reach a socket that another program has made? */
    public static boolean isPrivate(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))
                .equals(ONLY_OWN);
    }

    private static void requireOwnFolder(Path folder) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(folder, "unix:uid,mode");
        int mode = (int) attributes.get("mode");
        if ((mode & WRITTEN_BY_OTHERS) != 0 && (mode & STICKY) == 0) {
            throw new UnusableFileException(folder, "others may rename what is in it: take a folder of your own");
        }
    }

    /** A socket that nobody listens at any more was left by who was killed. */
    private static void requireFree(Path path) throws IOException {
        if (FileKind.ofItself(path) == FileKind.NOTHING) {
            return;
        }
        int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        if ((mode & KIND) != SOCKET) {
            throw new UnusableFileException(path, "there is something else of this name");
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(path));
        } catch (ConnectException nobody) {
            Files.delete(path);
            return;
        }
        throw new UnusableFileException(path, "another service listens there");
    }
}
