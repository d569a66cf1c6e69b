package io.bellamy.problem;

/** Another process is changing the models of the same algorithm, or the same data set. */
public final class LockedModelException extends BellamyException {

    private static final long serialVersionUID = 1L;

    public LockedModelException(String message) {
        super(message);
    }

    public LockedModelException(String message, Remedy remedy) {
        super(message, remedy);
    }
}
