package io.bellamy.features;

import io.bellamy.job.PropertyKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Text as hashed character n-grams behind a leading 0: scikit-learn's HashingVectorizer with the analyzer
 * {@code char_wb}, l2 norm and hash seed 0, on the value without the characters outside a small alphabet. They are
 * removed before lower-casing, so capitals and spaces vanish.
 *
 * @param features the length of the hashed part
 * @param shortest the shortest n-gram
 * @param longest the longest n-gram
 * @param alternateSign whether a hash below zero counts as -1
 */
public record NgramHasher(int features, int shortest, int longest, boolean alternateSign) implements PropertyEncoder {

    private static final Pattern OUTSIDE = Pattern.compile("[^a-z0-9.:,;_\\-+#@]");
    private static final int SEED = 0;

    public NgramHasher {
        if (features < 1 || features > 1023) {
            throw new IllegalArgumentException("features " + features + " must be from 1 to 1023");
        }
        if (shortest < 1 || longest < shortest || longest > 16) {
            throw new IllegalArgumentException(
                    "n-grams " + shortest + " to " + longest + " must be at least 1, in order, and at most 16");
        }
    }

    /** Single characters, in vectors of this length. */
    static NgramHasher of(int length) {
        return new NgramHasher(length - 1, 1, 1, false);
    }

    /** The value without what the method drops from it. */
    public static String clean(String value) {
        return OUTSIDE.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
    }

    @Override
    public double[] encode(String value) {
        double[] vector = new double[features + 1];
        String cleaned = clean(value);
        if (!cleaned.isEmpty()) {
            String word = " " + cleaned + " ";
            for (int n = shortest; n <= Math.min(longest, word.length()); n++) {
                for (int start = 0; start + n <= word.length(); start++) {
                    count(word.substring(start, start + n), vector);
                }
            }
            normalise(vector);
        }
        return vector;
    }

    @Override
    public PropertyKind kind() {
        return PropertyKind.NAME;
    }

    @Override
    public String view(String value) {
        long filled =
                Arrays.stream(encode(value)).skip(1).filter(entry -> entry != 0).count();
        return "hashed n-grams, " + filled + " of " + features + " entries not 0";
    }

    @Override
    public int length() {
        return features + 1;
    }

    private void count(String ngram, double[] vector) {
        byte[] bytes = ngram.getBytes(StandardCharsets.UTF_8);
        int hash = MurmurHash3.hash32x86(bytes, 0, bytes.length, SEED);
        int bucket = (int) (Math.abs((long) hash) % features);
        vector[1 + bucket] += alternateSign && hash < 0 ? -1 : 1;
    }

    private static void normalise(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        double norm = Math.sqrt(squares);
        for (int i = 0; norm > 0 && i < vector.length; i++) {
            vector[i] /= norm;
        }
    }
}
