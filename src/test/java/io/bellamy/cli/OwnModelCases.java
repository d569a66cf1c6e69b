package io.bellamy.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests share that ask models of a small data set of their own. */
abstract class OwnModelCases {

    @TempDir
    Path folder;

    OwnFolder own;

    @BeforeEach
    void copy() {
        own = OwnFolder.in(folder).withModels();
    }
}
