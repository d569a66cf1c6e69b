package io.bellamy.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with an input so that the user is told everything at once. */
public final class Problems {

    private static final int MOST = 200;

    private final int listed;
    private final List<String> messages = new ArrayList<>();
    private int count;

    public Problems() {
        this(MOST);
    }

    /** Lists so many at most; what is beyond is counted. */
    public Problems(int listed) {
        this.listed = listed;
    }

    /** Adds a problem; one that is already there (found again by another reader of the same place) is not told twice. */
    public void add(String message) {
        if (messages.contains(message)) {
            return;
        }
        count++;
        if (messages.size() < listed) {
            messages.add(message);
        }
    }

    /** Fails with every problem collected, if there is one. */
    public void throwIfAny() {
        if (count > messages.size()) {
            messages.add("... and " + (count - messages.size()) + " more");
            count = messages.size();
        }
        if (!messages.isEmpty()) {
            throw new InvalidInputException(messages);
        }
    }
}
