package io.bellamy.files;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who runs this program, by number: service accounts and containers have users that are in no list and have no name. */
public final class CurrentUser {

    private static final Path PROCESS = Path.of("/proc/self");

    private CurrentUser() {}

    /** The number, on systems that have such. */
    public static int uid() throws IOException {
        if (Files.isDirectory(PROCESS)) {
            return (int) Files.getAttribute(PROCESS, "unix:uid");
        }
        // knows only users with a name
        return (int) new UnixSystem().getUid();
    }
}
