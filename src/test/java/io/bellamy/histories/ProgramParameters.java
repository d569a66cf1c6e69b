package io.bellamy.histories;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** What the scripts of src/bench give every benchmark before its own arguments. */
final class ProgramParameters {

    @Parameters(index = "0", hidden = true)
    private Path program;

    @Parameters(index = "1", hidden = true)
    private Path work;

    /** The launcher of the program. */
    Path program() {
        return program;
    }

    /** A folder that is removed afterwards. */
    Path work() {
        return work;
    }
}
