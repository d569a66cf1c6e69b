package io.bellamy.problem;

/** A stored model can't be read back as it was written. */
public final class DamagedModelException extends BellamyException {

    private static final long serialVersionUID = 1L;

    public DamagedModelException(String message) {
        super(message);
    }

    public DamagedModelException(String message, Remedy remedy) {
        super(message, remedy);
    }

    public DamagedModelException(String message, Remedy remedy, Throwable cause) {
        super(message, remedy, cause);
    }

    public DamagedModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
