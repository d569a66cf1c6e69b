package io.bellamy.grouping;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the user says of arguments, by the names of options or places from 1.
 *
 * @param counted those that tell runs of a job apart, whatever they look like
 * @param ignored those that do not
 * @param secret the names of options whose values are never stored, beside those that look like it
 */
public record ArgumentRules(Set<String> counted, Set<String> ignored, Pattern secret) {

    public ArgumentRules {
        counted = Set.copyOf(counted);
        ignored = Set.copyOf(ignored);
    }
}
