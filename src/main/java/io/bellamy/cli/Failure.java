package io.bellamy.cli;

import io.bellamy.files.NameEncoding;
import io.bellamy.files.Reason;
import io.bellamy.problem.BellamyException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
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
    private static final String WHERE = "; --logging-level DEBUG shows where it happened";

    static Failure of(Throwable thrown) {
        LOG.debug("the failure in full", thrown);
        Throwable failure = outsideWorkers(thrown);
        if (failure instanceof BellamyException known) {
            return new Failure(ExitCode.of(known), Remedies.message(known));
        }
        Optional<String> advice = ErrorAdvice.of(failure);
        if (advice.isPresent()) {
            return new Failure(ExitCode.FAILURE, advice.get());
        }
        if (failure instanceof UncheckedIOException unread) {
            return new Failure(ExitCode.FAILURE, Reason.of(unread.getMessage(), unread.getCause()));
        }
        if (failure instanceof IOException io) {
            return new Failure(ExitCode.FAILURE, Reason.of("input or output failed", io));
        }
        if (failure instanceof InvalidPathException path
                && NameEncoding.advice(path.getInput()).isPresent()) {
            return new Failure(
                    ExitCode.WRONG_INPUT,
                    "can't use the name " + Quoted.of(path.getInput()) + ": "
                            + NameEncoding.advice(path.getInput()).get());
        }
        return new Failure(ExitCode.FAILURE, internal(failure));
    }

    /** What failed, where it did so in another thread. */
    private static Throwable outsideWorkers(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(cause -> !(cause instanceof CompletionException || cause instanceof ExecutionException))
                .findFirst()
                .orElse(thrown);
    }

    private static String internal(Throwable failure) {
        return "internal failure: " + Quoted.plain(failure) + WHERE;
    }
}
