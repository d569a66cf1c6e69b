package io.bellamy.grouping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which arguments of a job tell its runs apart, found by looking at all of them: dates and random words do not, nor places that
 * differ (how large the data are is known by other means), nor what is another one in each run.
 */
public final class ArgumentChoice {

    /** Of fewer runs it can't be said that a value is another one in each. */
    private static final int ENOUGH = 5;

    /** So many different values are looked at. */
    private static final int MOST_VALUES = 1000;

    private static final int EXAMPLES = 3;
    private static final Pattern PLACE =
            Pattern.compile("(?:[a-z][a-z0-9+.-]*:/|/|\\./|[^/\\s]+/).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d.,]+(?:[eE][+-]?\\d+)?[a-zA-Z%]?");

    private final ArgumentRules rules;
    private final Map<String, SlotValues> slots = new LinkedHashMap<>();

    /** What was seen of an argument. */
    private static final class SlotValues {
        private final Set<String> values = new TreeSet<>();
        private long runs;
        private boolean passing;
    }

    /**
     * What is said of an argument.
     *
     * @param slot the name of the option, or the place from 1
     * @param counts whether it tells runs apart
     * @param reason why not
     * @param examples some of its values
     */
    public record ChosenArgument(String slot, boolean counts, String reason, List<String> examples) {}

    public ArgumentChoice(ArgumentRules rules) {
        this.rules = rules;
    }

    /** Looks at the arguments of one more run. */
    public void add(ArgumentSlots arguments) {
        arguments.values().forEach((slot, value) -> {
            SlotValues seen = slots.computeIfAbsent(slot, name -> new SlotValues());
            String starred = PassingParts.starred(value);
            seen.runs++;
            seen.passing |= !starred.equals(value);
            if (seen.values.size() < MOST_VALUES) {
                seen.values.add(starred);
            }
        });
    }

    /** What came of it. */
    public List<ChosenArgument> chosen() {
        List<ChosenArgument> chosen = new ArrayList<>();
        slots.forEach((slot, seen) -> {
            String reason = reason(slot, seen);
            chosen.add(new ChosenArgument(
                    slot,
                    reason.isEmpty(),
                    reason,
                    seen.values.stream().limit(EXAMPLES).toList()));
        });
        return chosen;
    }

    private String reason(String slot, SlotValues seen) {
        if (rules.counted().contains(slot)) {
            return "";
        }
        if (rules.ignored().contains(slot)) {
            return "by your rule";
        }
        if (seen.values.size() == 1) {
            return seen.passing ? "nothing but a date, a time or a random word differs" : "";
        }
        if (seen.values.stream().allMatch(value -> PLACE.matcher(value).matches())) {
            return "a place that differs";
        }
        boolean numbers =
                seen.values.stream().allMatch(value -> NUMBER.matcher(value).matches());
        return !numbers && seen.runs >= ENOUGH && seen.values.size() == seen.runs ? "another one in each run" : "";
    }

    /** The arguments that count, in one text. */
    public String text(ArgumentSlots arguments) {
        return arguments.values().entrySet().stream()
                .filter(argument -> slots.containsKey(argument.getKey())
                        && reason(argument.getKey(), slots.get(argument.getKey()))
                                .isEmpty())
                .map(argument -> text(argument.getKey(), PassingParts.starred(argument.getValue())))
                .collect(Collectors.joining(" "));
    }

    private static String text(String slot, String value) {
        boolean named = !Character.isDigit(slot.charAt(0));
        return named ? (slot + " " + value).strip() : value;
    }
}
