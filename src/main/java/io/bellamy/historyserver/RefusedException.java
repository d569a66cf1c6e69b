package io.bellamy.historyserver;

import java.io.IOException;

/** The server refuses; or what it says is not what was asked for. */
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int FORBIDDEN = 403;
    private static final int NOT_THERE = 404;
    private static final int SERVERS_FAULT = 500;

    private final int status;

    /** It answers, but not with what was asked for. */
    RefusedException(String message) {
        this(message, 0);
    }

    /** It answers with a status that says no. */
    RefusedException(String message, int status) {
        super(message);
        this.status = status;
    }

    /** May the server have other answers, though it does not give this one? */
    public boolean isOfThisAlone() {
        return status == FORBIDDEN || status == NOT_THERE || mayPass();
    }

    /** Is it trouble of the server's own, which may be over when it is asked again? */
    public boolean mayPass() {
        return status >= SERVERS_FAULT;
    }
}
