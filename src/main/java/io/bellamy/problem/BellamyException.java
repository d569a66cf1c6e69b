package io.bellamy.problem;

import java.util.Optional;

/** What the user is told when something can't be done: the message says what is wrong, where, and what to do. */
public abstract sealed class BellamyException extends RuntimeException
        permits InvalidInputException,
                NothingToWorkWithException,
                DamagedModelException,
                LockedModelException,
                MachineException {

    private static final long serialVersionUID = 1L;

    private final Optional<Remedy> remedy;

    BellamyException(String message) {
        super(message);
        this.remedy = Optional.empty();
    }

    BellamyException(String message, Remedy remedy) {
        super(message);
        this.remedy = Optional.of(remedy);
    }

    BellamyException(String message, Throwable cause) {
        super(message, cause);
        this.remedy = Optional.empty();
    }

    BellamyException(String message, Remedy remedy, Throwable cause) {
        super(message, cause);
        this.remedy = Optional.of(remedy);
    }

    /** What would help, where the message does not say it all. */
    public final Optional<Remedy> remedy() {
        return remedy;
    }
}
