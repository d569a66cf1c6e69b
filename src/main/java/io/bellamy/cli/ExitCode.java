package io.bellamy.cli;

import io.bellamy.problem.BellamyException;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.LockedModelException;
import io.bellamy.problem.NothingToWorkWithException;
import java.util.List;

/** What the shell is told. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILURE = 1;
    static final int WRONG_INPUT = 2;
    static final int NOTHING_TO_WORK_WITH = 3;
    static final int HELD_BACK = 4;
    static final int LOCKED = 5;
    static final int NOT_MET = 6;
    static final int DRIFTED = 7;

    /** Of several exit codes the first of these is told. */
    private static final List<Integer> GRAVEST_FIRST =
            List.of(FAILURE, WRONG_INPUT, NOTHING_TO_WORK_WITH, LOCKED, HELD_BACK, NOT_MET, DRIFTED);

    private ExitCode() {}

    static int of(BellamyException failure) {
        if (failure instanceof InvalidInputException) {
            return WRONG_INPUT;
        }
        if (failure instanceof LockedModelException) {
            return LOCKED;
        }
        return failure instanceof NothingToWorkWithException ? NOTHING_TO_WORK_WITH : FAILURE;
    }

    /** What the shell is told of several things that were done. */
    static int gravest(List<Integer> exitCodes) {
        return GRAVEST_FIRST.stream().filter(exitCodes::contains).findFirst().orElse(DONE);
    }
}
