package io.bellamy.job;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names of data sets and algorithms: they become folders, so only harmless ones pass. */
public final class Name {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Name() {}

    /** Why this can't be a name, as a rule; empty where it can. */
    public static Optional<String> objection(String name) {
        boolean harmless = HARMLESS.matcher(name).matches() && !name.contains("..");
        return harmless
                ? Optional.empty()
                : Optional.of("1 to 64 letters, digits, '.', '_' or '-', beginning with a letter or digit");
    }
}
