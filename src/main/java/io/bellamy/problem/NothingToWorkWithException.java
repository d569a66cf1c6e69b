package io.bellamy.problem;

/** The input is in order, but the data or the model that it needs does not exist. */
public final class NothingToWorkWithException extends BellamyException {

    private static final long serialVersionUID = 1L;

    public NothingToWorkWithException(String message) {
        super(message);
    }

    public NothingToWorkWithException(String message, Remedy remedy) {
        super(message, remedy);
    }
}
