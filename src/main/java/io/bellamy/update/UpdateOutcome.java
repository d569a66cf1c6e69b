package io.bellamy.update;

import io.bellamy.store.Manifest;
import java.nio.file.Path;

/**
 * What came of an update.
 *
 * @param state what was done
 * @param manifest of the version that it is about
 * @param folder of that version
 */
public record UpdateOutcome(State state, Manifest manifest, Path folder) {

    /** What was done. */
    public enum State {
        /** A new version answers from now on. */
        PUBLISHED,
        /** A version that is worse than the published one is kept beside it. */
        HELD_BACK,
        /** There was nothing to do. */
        UNCHANGED
    }
}
