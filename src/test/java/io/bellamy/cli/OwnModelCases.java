package io.bellamy.cli;

import org.junit.jupiter.api.BeforeEach;

/** What tests share that ask models of a small data set of their own. */
abstract class OwnModelCases extends OwnFolderCases {

    @BeforeEach
    void copyModels() {
        own.withModels();
    }
}
