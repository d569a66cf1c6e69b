package io.bellamy.problem;

/** Another process is changing the models of the same algorithm. */
public final class LockedModelException extends BellamyException {

    private static final long serialVersionUID = 1L;

    public LockedModelException(String message, Remedy remedy) {
        super(message, remedy);
    }
}
