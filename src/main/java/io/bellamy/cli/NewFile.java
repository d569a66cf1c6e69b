package io.bellamy.cli;

import io.bellamy.files.FileKind;
import io.bellamy.files.OutputFile;
import io.bellamy.files.Reason;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Files that options name, into which something is written: aside, then in the place of what was there. */
final class NewFile {

    private NewFile() {}

    /** Tells, before the work, where a file can't be written. */
    static void check(Problems problems, String option, Optional<Path> file) {
        file.map(Path::toAbsolutePath)
                .flatMap(NewFile::objection)
                .ifPresent(rule -> problems.add(option + ": " + Quoted.of(file.orElseThrow()) + " " + rule));
    }

    private static Optional<String> objection(Path path) {
        try {
            if (FileKind.of(path.getParent()) != FileKind.FOLDER || FileKind.ofItself(path) == FileKind.FOLDER) {
                return Optional.of("must be a file in a folder that exists");
            }
            OutputFile.requireReplaceable(path);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("can't be written: " + Reason.of(e));
        }
    }

    /** Writes it. */
    static void write(Path file, byte[] content) {
        Path whole = file.toAbsolutePath();
        try {
            OutputFile.replace(whole, content);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + Quoted.line(whole.toString()), e);
        }
    }
}
