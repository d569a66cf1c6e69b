package io.bellamy.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Numbers between two ends, each of which may be absent.
 *
 * @param low the lower end
 * @param high the upper end
 */
record NumberRange(Optional<End> low, Optional<End> high) {

    /**
     * An end.
     *
     * @param included does it belong to the range?
     */
    record End(BigDecimal value, boolean included) {}

    boolean contains(BigDecimal number) {
        return low.map(end -> beyond(number.compareTo(end.value()), end)).orElse(true)
                && high.map(end -> beyond(end.value().compareTo(number), end)).orElse(true);
    }

    private static boolean beyond(int compared, End end) {
        return compared > 0 || (compared == 0 && end.included());
    }

    /** Is there no number in it? */
    boolean isEmpty() {
        if (low.isEmpty() || high.isEmpty()) {
            return false;
        }
        int compared = low.get().value().compareTo(high.get().value());
        return compared > 0
                || (compared == 0 && !(low.get().included() && high.get().included()));
    }

    String words() {
        List<String> words = new ArrayList<>();
        low.ifPresent(end -> words.add((end.included() ? "at least " : "above ") + end.value()));
        high.ifPresent(end -> words.add((end.included() ? "at most " : "below ") + end.value()));
        return String.join(" and ", words);
    }
}
