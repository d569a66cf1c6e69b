package io.bellamy.problem;

import java.util.List;

/** Something that the user wrote (options, configuration, request, descriptor, data) is wrong, in one or more places. */
public final class InvalidInputException extends BellamyException {

    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        super(message);
    }

    public InvalidInputException(String message, Remedy remedy) {
        super(message, remedy);
    }

    /** One line a problem, all at once. */
    public InvalidInputException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
