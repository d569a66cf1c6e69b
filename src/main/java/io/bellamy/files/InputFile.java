package io.bellamy.files;

import io.bellamy.problem.Counted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/** A file to be read, and what it may be: that is up to who named it. Everything that is not ours is opened here. */
public final class InputFile {

    private static final OpenOption[] FOLLOWED = {StandardOpenOption.READ};
    private static final OpenOption[] ITSELF = {StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS};

    private final Path path;
    private final Admission admission;
    private final OpenOption[] options;

    /** Tells what is opened instead of a path, or fails where nothing may be. */
    @FunctionalInterface
    private interface Admission {
        Path admit(Path path) throws IOException;
    }

    private InputFile(Path path, Admission admission, OpenOption... options) {
        this.path = path;
        this.admission = admission;
        this.options = options;
    }

    /** One that the user names: also what a link leads to, a pipe, or a device. */
    public static InputFile named(Path path) {
        return new InputFile(path, InputFile::readable, FOLLOWED);
    }

    /**
     * One that is found or described in a folder that the user names: a regular file, which lies in that folder when links
     * are followed.
     */
    public static InputFile inside(Path folder, Path path) {
        return new InputFile(path, file -> lyingIn(folder, file), ITSELF);
    }

    /** One that this program wrote: a regular file and no link. */
    public static InputFile stored(Path path) {
        return new InputFile(path, InputFile::regular, ITSELF);
    }

    public Path path() {
        return path;
    }

    /** What its name is or, where links are followed, leads to. */
    public boolean exists() throws IOException {
        return (options == FOLLOWED ? FileKind.of(path) : FileKind.ofItself(path)) != FileKind.NOTHING;
    }

    /** Is it there for as long as nobody deletes it, unlike what comes out of a pipe? */
    public boolean isRegular() {
        return Files.isRegularFile(path);
    }

    /** Is it a folder, or a link to one? */
    public boolean isFolder() throws IOException {
        return FileKind.of(path) == FileKind.FOLDER;
    }

    /** One that lies in it where it is a folder, and may be what it may be itself. */
    public InputFile child(String name) {
        return new InputFile(path.resolve(name), admission, options);
    }

    /** How many bytes it has. */
    public long size() throws IOException {
        return Files.size(admission.admit(path));
    }

    /** When it was changed last. */
    public FileTime modified() throws IOException {
        return Files.getLastModifiedTime(admission.admit(path));
    }

    /**
     * Opens it.
     *
     * @param most how many bytes it may have; reading fails beyond
     * @throws IOException if it can't be read or may not be; {@link Reason} tells why
     */
    public InputStream open(long most) throws IOException {
        Path opened = admission.admit(path);
        if (Files.size(opened) > most) {
            throw tooLarge(most);
        }
        return new LimitedStream(Files.newInputStream(opened, options), most, this::tooLarge);
    }

    /**
     * Opens it to be read here and there.
     *
     * @param most how many bytes it may have
     * @throws IOException if it can't be read or may not be; {@link Reason} tells why
     */
    public SeekableByteChannel channel(long most) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(admission.admit(path), options);
        if (channel.size() > most) {
            channel.close();
            throw tooLarge(most);
        }
        return channel;
    }

    private TooLargeFileException tooLarge(long most) {
        return new TooLargeFileException(path, "is larger than " + Counted.of(most, "byte"));
    }

    /**
     * All that it has.
     *
     * @param most how many bytes that may be
     * @throws IOException if it can't be read or may not be; {@link Reason} tells why
     */
    public byte[] read(int most) throws IOException {
        try (InputStream in = open(most)) {
            return in.readAllBytes();
        }
    }

    /**
     * What is in a folder, by name.
     *
     * @throws IOException if there is no such folder, or it may not be listed
     */
    public static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    /** The files below a folder, or the file itself, by name. */
    public static List<Path> below(Path place) throws IOException {
        try (Stream<Path> entries = Files.walk(place)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path readable(Path path) throws IOException {
        FileKind kind = FileKind.of(path);
        if (kind == FileKind.NOTHING || kind == FileKind.FOLDER) {
            throw new UnusableFileException(path, kind.objection());
        }
        return path;
    }

    private static Path regular(Path path) throws IOException {
        FileKind kind = FileKind.ofItself(path);
        if (kind != FileKind.FILE) {
            throw new UnusableFileException(path, kind.objection());
        }
        return path;
    }

    private static Path lyingIn(Path folder, Path path) throws IOException {
        FileKind kind = FileKind.of(path);
        if (kind != FileKind.FILE) {
            throw new UnusableFileException(path, kind.objection());
        }
        Path real = path.toRealPath();
        Path home = folder.toRealPath();
        if (!real.startsWith(home)) {
            throw new UnusableFileException(path, "is a link that leads out of " + home + ", to " + real);
        }
        return real;
    }
}
