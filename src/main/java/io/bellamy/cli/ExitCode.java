package io.bellamy.cli;

import io.bellamy.problem.BellamyException;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.NothingToWorkWithException;

/** What the shell is told. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILURE = 1;
    static final int WRONG_INPUT = 2;
    static final int NOTHING_TO_WORK_WITH = 3;

    private ExitCode() {}

    static int of(BellamyException failure) {
        if (failure instanceof InvalidInputException) {
            return WRONG_INPUT;
        }
        return failure instanceof NothingToWorkWithException ? NOTHING_TO_WORK_WITH : FAILURE;
    }
}
