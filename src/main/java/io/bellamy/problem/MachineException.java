package io.bellamy.problem;

/** The machine does not let the program do what it must: a folder, a library, a right is missing. */
public final class MachineException extends BellamyException {

    private static final long serialVersionUID = 1L;

    public MachineException(String message) {
        super(message);
    }

    public MachineException(String message, Remedy remedy) {
        super(message, remedy);
    }

    public MachineException(String message, Throwable cause) {
        super(message, cause);
    }
}
