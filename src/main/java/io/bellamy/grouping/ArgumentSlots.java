package io.bellamy.grouping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Arguments by what they are for: an option by its name, another by its place among those without, from 1.
 *
 * @param values in the order of the command line
 */
public record ArgumentSlots(Map<String, String> values) {

    private static final Pattern NEGATIVE = Pattern.compile("-\\d.*");
    private static final Pattern ASSIGNED = Pattern.compile("-{0,2}[A-Za-z][\\w.-]{0,60}=.*", Pattern.DOTALL);

    public ArgumentSlots {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Sorts arguments. */
    public static ArgumentSlots of(List<String> arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        int place = 0;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (ASSIGNED.matcher(argument).matches()) {
                int sign = argument.indexOf('=');
                add(values, argument.substring(0, sign), argument.substring(sign + 1));
            } else if (isOption(argument)) {
                boolean hasValue = i + 1 < arguments.size() && !isOption(arguments.get(i + 1));
                add(values, argument, hasValue ? arguments.get(++i) : "");
            } else {
                add(values, Integer.toString(++place), argument);
            }
        }
        return new ArgumentSlots(values);
    }

    private static void add(Map<String, String> values, String slot, String value) {
        values.merge(slot, value, (one, other) -> one + " " + other);
    }

    private static boolean isOption(String argument) {
        return argument.startsWith("-")
                && argument.length() > 1
                && !NEGATIVE.matcher(argument).matches();
    }

    Optional<String> value(String slot) {
        return Optional.ofNullable(values.get(slot));
    }
}
