package io.bellamy.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What has a name. Where that may not be known it is an error, and never nothing. */
public enum FileKind {
    NOTHING("there is no such file"),
    FILE("is a file, not a folder"),
    FOLDER("is a folder, not a file"),
    LINK("is a link, which must not stand here"),
    /** Pipes, devices and the like. */
    OTHER("is not a regular file");

    private final String objection;

    FileKind(String objection) {
        this.objection = objection;
    }

    /** What is wrong where another kind must be. */
    public String objection() {
        return objection;
    }

    /**
     * What a name leads to, through links.
     *
     * @throws IOException if that may not be known
     */
    public static FileKind of(Path path) throws IOException {
        return kind(path);
    }

    /**
     * What a name is itself.
     *
     * @throws IOException if that may not be known
     */
    public static FileKind ofItself(Path path) throws IOException {
        return kind(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static FileKind kind(Path path, LinkOption... options) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class, options);
            if (attributes.isSymbolicLink()) {
                return LINK;
            }
            if (attributes.isDirectory()) {
                return FOLDER;
            }
            return attributes.isRegularFile() ? FILE : OTHER;
        } catch (NoSuchFileException none) {
            return NOTHING;
        }
    }
}
