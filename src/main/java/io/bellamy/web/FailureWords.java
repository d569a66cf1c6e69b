package io.bellamy.web;

/** Tells what the command line says of a failure. */
@FunctionalInterface
public interface FailureWords {

    /**
     * What is said, and what the shell is told.
     *
     * @param exitCode for the shell
     * @param message one or more lines
     */
    record ToldFailure(int exitCode, String message) {}

    /** Of a failure. */
    ToldFailure of(Throwable failure);
}
