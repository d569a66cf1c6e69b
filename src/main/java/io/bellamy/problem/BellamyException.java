package io.bellamy.problem;

/** What the user is told when something can't be done: the message says what is wrong, where, and what to do. */
public abstract sealed class BellamyException extends RuntimeException
        permits InvalidInputException,
                NothingToWorkWithException,
                DamagedModelException,
                LockedModelException,
                MachineException {

    private static final long serialVersionUID = 1L;

    BellamyException(String message) {
        super(message);
    }

    BellamyException(String message, Throwable cause) {
        super(message, cause);
    }
}
