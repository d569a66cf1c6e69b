package io.bellamy.store;

import io.bellamy.files.InputFile;
import io.bellamy.files.OutputFile;
import io.bellamy.files.Reason;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file that names the published version. It is a text file, replaced by renaming, and no link: links need rights on
 * some systems and become copies or break when a folder is copied.
 *
 * @param version the published one
 * @param insteadOf the newest version at the time of a rollback, so that it is not taken for one that was never published
 */
record Latest(String version, Optional<String> insteadOf) {

    static final String FILE = "latest";

    private static final String INSTEAD_OF = "instead of ";
    private static final int LONGEST = 1000;

    /**
     * What a folder's file says.
     *
     * @return nothing where there is none: then every version was published when it was made
     * @throws DamagedModelException if it does not name a version
     */
    static Optional<Latest> read(Path home) {
        InputFile file = InputFile.stored(home.resolve(FILE));
        List<String> lines;
        try {
            if (!file.exists()) {
                return Optional.empty();
            }
            lines = new String(file.read(LONGEST), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new DamagedModelException(
                    Reason.of(Quoted.line(file.path().toString()), e) + ", so that it does not name a version", e);
        }
        boolean rolledBack = lines.size() == 2 && lines.get(1).startsWith(INSTEAD_OF);
        Optional<String> insteadOf =
                rolledBack ? Optional.of(lines.get(1).substring(INSTEAD_OF.length())) : Optional.empty();
        if (lines.isEmpty()
                || (lines.size() > 1 && !rolledBack)
                || !VersionName.isOne(lines.get(0))
                || !insteadOf.map(VersionName::isOne).orElse(true)) {
            throw damaged(file.path());
        }
        return Optional.of(new Latest(lines.get(0), insteadOf));
    }

    /** Fails where something is in the place of a folder's file that can't be replaced, so that it is told before the work. */
    static void requireReplaceable(Path home) throws IOException {
        OutputFile.requireReplaceable(home.resolve(FILE));
    }

    /** Replaces a folder's file. */
    void write(Path home) throws IOException {
        String text =
                version + "\n" + insteadOf.map(name -> INSTEAD_OF + name + "\n").orElse("");
        OutputFile.replace(home.resolve(FILE), text.getBytes(StandardCharsets.UTF_8));
    }

    private static DamagedModelException damaged(Path file) {
        return new DamagedModelException(Quoted.line(file.toString()) + ": does not name a version");
    }
}
