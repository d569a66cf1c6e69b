package io.bellamy.prediction;

import io.bellamy.numerics.TextNumbers;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds known values that are like another one: first those with the same text around their numbers, by how far the numbers
 * are apart on the logarithmic scale, then all others by the edits between the texts.
 */
final class NearestValues {

    private static final int LISTED = 3;

    /** Edits are counted in the beginnings of this number of values at most, since their number grows with the lengths' product. */
    private static final int MOST = 10_000;

    private static final int LONGEST = 100;

    private NearestValues() {}

    private record Distance(String value, boolean otherText, double apart) {}

    static List<String> of(String value, List<String> known) {
        TextNumbers own = TextNumbers.of(value);
        return known.stream()
                .limit(MOST)
                .map(candidate -> distance(own, value, candidate))
                .sorted(Comparator.comparing(Distance::otherText).thenComparing(Distance::apart))
                .limit(LISTED)
                .map(Distance::value)
                .toList();
    }

    private static Distance distance(TextNumbers own, String value, String candidate) {
        TextNumbers other = TextNumbers.of(candidate);
        boolean comparable = own.rest().equals(other.rest())
                && own.numbers().size() == other.numbers().size();
        if (!comparable) {
            return new Distance(candidate, true, edits(value, candidate));
        }
        double apart = 0;
        for (int i = 0; i < own.numbers().size(); i++) {
            apart += apart(own.numbers().get(i), other.numbers().get(i));
        }
        return new Distance(candidate, false, apart);
    }

    /** Upper and lower case are as good as the same. */
    private static double edits(String one, String other) {
        return LevenshteinDistance.getDefaultInstance().apply(compared(one), compared(other));
    }

    private static String compared(String value) {
        return value.substring(0, Math.min(LONGEST, value.length())).toLowerCase(Locale.ROOT);
    }

    private static double apart(double one, double other) {
        return one > 0 && other > 0 ? Math.abs(Math.log(one / other)) : Math.abs(one - other);
    }
}
