package io.bellamy.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with an input so that the user is told everything at once. */
public final class Problems {

    private final Limits limits;
    private final int listed;
    private final Set<String> messages = new LinkedHashSet<>();
    private int count;
    private int suggestions;

    public Problems() {
        this(Limits.DEFAULTS);
    }

    /** Lists as many as the limits have it; what is beyond is counted. */
    public Problems(Limits limits) {
        this(limits, limits.problems());
    }

    /** Lists a number of them at most. */
    public Problems(Limits limits, int listed) {
        this.limits = limits;
        this.listed = listed;
        this.suggestions = limits.suggestions();
    }

    /** How much of the input is looked at. */
    public Limits limits() {
        return limits;
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

    /** May one more spelling be suggested? That takes time, so it is done for the first few problems only. */
    public boolean suggests() {
        return suggestions > 0 && suggestions-- > 0;
    }

    /** Fails with every problem collected, if there is one. */
    public void throwIfAny() {
        if (count > messages.size()) {
            messages.add("... and " + (count - messages.size()) + " more");
            count = messages.size();
        }
        if (!messages.isEmpty()) {
            throw new InvalidInputException(List.copyOf(messages));
        }
    }
}
