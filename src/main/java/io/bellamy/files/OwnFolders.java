package io.bellamy.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The folders below one that the user named, and whose they may be: others on the machine may have been there first. The
 * named folder itself may be anything that leads to a folder; who owns that may change all below it anyway.
 */
public final class OwnFolders {

    private static final int ROOT = 0;
    private static final String ATTRIBUTES = "unix:uid,nlink,isSymbolicLink,isDirectory,isRegularFile";

    private final Path named;

    public OwnFolders(Path named) {
        this.named = named;
    }

    /**
     * Fails where the way from the named folder to one below it can't be taken to read: links on it must be of the user, of
     * root or of the owner of the named folder, or they could be anybody's.
     */
    public void requireReadable(Path folder) throws IOException {
        Optional<Integer> owner = ownerOfNamed();
        for (Map.Entry<Path, Map<String, Object>> step : way(folder).entrySet()) {
            if (is(step.getValue(), "isSymbolicLink")) {
                requireOwner(step.getKey(), step.getValue(), owner);
            }
        }
    }

    /**
     * Fails where the way from the named folder to one below it can't be taken to write: links on it must be of the user or
     * of root, and folders of these or of the owner of the named folder. What is not there yet is in order.
     */
    public void requireWritable(Path folder) throws IOException {
        Optional<Integer> owner = ownerOfNamed();
        for (Map.Entry<Path, Map<String, Object>> step : way(folder).entrySet()) {
            boolean link = is(step.getValue(), "isSymbolicLink");
            requireOwner(step.getKey(), step.getValue(), link ? Optional.empty() : owner);
            if (link) {
                requireOwner(step.getKey(), attributes(step.getKey()), owner);
            }
        }
    }

    /** As {@link #requireWritable} for a folder that this program made: it must be no link. */
    public void requireOwnFolder(Path folder) throws IOException {
        FileKind kind = FileKind.ofItself(folder);
        if (kind != FileKind.FOLDER && kind != FileKind.NOTHING) {
            throw new UnusableFileException(folder, kind.objection());
        }
        requireWritable(folder);
    }

    /** Fails where a file is there that this program did not make: of others, no regular file, or one with another name. */
    public void requireOwnFile(Path file) throws IOException {
        OutputFile.requireReplaceable(file);
        if (FileKind.ofItself(file) == FileKind.NOTHING || !knowsOwners()) {
            return;
        }
        Map<String, Object> attributes = attributes(file, LinkOption.NOFOLLOW_LINKS);
        requireOwner(file, attributes, ownerOfNamed());
        if ((int) attributes.get("nlink") != 1) {
            throw new UnusableFileException(file, "has another name elsewhere (a hard link), which must not be");
        }
    }

    /** Each folder from below the named one, as far as they are there, with what it is itself. */
    private Map<Path, Map<String, Object>> way(Path folder) throws IOException {
        Map<Path, Map<String, Object>> way = new LinkedHashMap<>();
        Path step = named;
        for (Path name : knowsOwners() ? named.relativize(folder) : Path.of("")) {
            step = step.resolve(name);
            try {
                Map<String, Object> attributes = attributes(step, LinkOption.NOFOLLOW_LINKS);
                if (!is(attributes, "isSymbolicLink") && !is(attributes, "isDirectory")) {
                    throw new UnusableFileException(
                            step,
                            is(attributes, "isRegularFile") ? FileKind.FILE.objection() : FileKind.OTHER.objection());
                }
                way.put(step, attributes);
            } catch (NoSuchFileException notYet) {
                break;
            }
        }
        return way;
    }

    private static void requireOwner(Path path, Map<String, Object> attributes, Optional<Integer> alsoGood)
            throws IOException {
        int owner = (int) attributes.get("uid");
        if (owner != ROOT && !alsoGood.equals(Optional.of(owner)) && owner != CurrentUser.uid()) {
            throw new UnusableFileException(
                    path,
                    (is(attributes, "isSymbolicLink") ? "is a link of" : "belongs to") + " another user ("
                            + Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName()
                            + "), who could lead it anywhere");
        }
    }

    private Optional<Integer> ownerOfNamed() throws IOException {
        try {
            return knowsOwners() ? Optional.of((int) attributes(named).get("uid")) : Optional.empty();
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> attributes(Path path, LinkOption... options) throws IOException {
        return Files.readAttributes(path, ATTRIBUTES, options);
    }

    private static boolean is(Map<String, Object> attributes, String what) {
        return Boolean.TRUE.equals(attributes.get(what));
    }

    private boolean knowsOwners() {
        return named.getFileSystem().supportedFileAttributeViews().contains("unix");
    }
}
