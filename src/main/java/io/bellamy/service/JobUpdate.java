package io.bellamy.service;

import io.bellamy.update.UpdateOutcome;

/** What came of one algorithm of several that were to be pretrained. */
public sealed interface JobUpdate {

    /** Which algorithm it is about. */
    String algorithm();

    /** It was done. */
    record Done(String algorithm, UpdateOutcome outcome) implements JobUpdate {}

    /** It failed, whatever by. */
    record Failed(String algorithm, Throwable failure) implements JobUpdate {}
}
