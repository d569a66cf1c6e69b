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

    public void add(String message) {
        count++;
        if (messages.size() < listed) {
            messages.add(message);
        }
    }

    public boolean isEmpty() {
        return count == 0;
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
