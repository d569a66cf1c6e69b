package io.bellamy.cli;

import io.bellamy.files.Reason;
import io.bellamy.problem.BellamyException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the user is told of a failure; its stack trace is for DEBUG.
 *
 * @param exitCode for the shell
 * @param message one or more lines
 */
record Failure(int exitCode, String message) {

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    static Failure of(Exception failure) {
        LOG.debug("the failure in full", failure);
        if (failure instanceof BellamyException known) {
            return new Failure(ExitCode.of(known), known.getMessage());
        }
        if (failure instanceof UncheckedIOException unread) {
            return new Failure(ExitCode.FAILURE, Reason.of(unread.getMessage(), unread.getCause()));
        }
        if (failure instanceof IOException io) {
            return new Failure(ExitCode.FAILURE, Reason.of("input or output failed", io));
        }
        return new Failure(
                ExitCode.FAILURE,
                "internal failure: " + Quoted.plain(failure) + "; --logging-level DEBUG shows where it happened");
    }
}
