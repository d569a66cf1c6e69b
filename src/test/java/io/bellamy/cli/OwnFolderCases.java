package io.bellamy.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests share that have a small data set of their own. */
abstract class OwnFolderCases {

    @TempDir
    Path folder;

    OwnFolder own;

    @BeforeEach
    void copy() {
        own = OwnFolder.in(folder);
    }
}
