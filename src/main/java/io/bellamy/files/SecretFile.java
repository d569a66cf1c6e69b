package io.bellamy.files;

import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/** A file that only its user may read: tokens, private keys. */
public final class SecretFile {

    private static final int MOST_BYTES = 1 << 16;
    private static final int ROOT = 0;
    private static final int OF_OTHERS = 07;
    private static final int OF_GROUP = 070;
    private static final int READ_BY_GROUP = 040;

    private SecretFile() {}

    /**
     * All that it has.
     *
     * @throws InvalidInputException if it can't be read, belongs to somebody else, or others may read or change it
     */
    public static byte[] read(Path file) {
        String name = Quoted.line(file.toString());
        try {
            InputFile named = InputFile.named(file);
            if (named.isRegular()) {
                check(file.toRealPath(), name);
            }
            return named.read(MOST_BYTES);
        } catch (IOException failure) {
            throw new InvalidInputException(name + ": " + Reason.of(failure));
        }
    }

    private static void check(Path file, String name) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return;
        }
        Map<String, Object> attributes = Files.readAttributes(file, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
        int owner = (int) attributes.get("uid");
        int mode = (int) attributes.get("mode");
        if (owner != ROOT && owner != CurrentUser.uid()) {
            throw new InvalidInputException(name + ": belongs to another user, who could read and change it");
        }
        // credentials of systemd belong to root, and a list lets their service read them, which shows as rights of the
        // group
        boolean byList = owner == ROOT && (mode & OF_GROUP) == READ_BY_GROUP && owner != CurrentUser.uid();
        if ((mode & OF_OTHERS) != 0 || ((mode & OF_GROUP) != 0 && !byList)) {
            throw new InvalidInputException(
                    name + ": others may read or change it: chmod 600 " + name + ", and make a new secret");
        }
    }
}
