package io.bellamy.prediction;

import io.bellamy.features.TextNumbers;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds known values that are like another one: first those with the same text around their numbers, by how far the numbers
 * are apart on the logarithmic scale, then all others by the edits between the texts.
 */
final class NearestValues {

    private static final int LISTED = 3;

    private NearestValues() {}

    private record Distance(String value, boolean otherText, double apart) {}

    static List<String> of(String value, List<String> known) {
        TextNumbers own = TextNumbers.of(value);
        return known.stream()
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
            return new Distance(
                    candidate, true, LevenshteinDistance.getDefaultInstance().apply(value, candidate));
        }
        double apart = 0;
        for (int i = 0; i < own.numbers().size(); i++) {
            apart += apart(own.numbers().get(i), other.numbers().get(i));
        }
        return new Distance(candidate, false, apart);
    }

    private static double apart(double one, double other) {
        return one > 0 && other > 0 ? Math.abs(Math.log(one / other)) : Math.abs(one - other);
    }
}
