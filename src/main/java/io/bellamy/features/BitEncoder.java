package io.bellamy.features;

import io.bellamy.job.PropertyKind;
import io.bellamy.numerics.DecimalText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * A number as bits: truncated to an integer, its low {@code bits} bits, most significant first, behind a leading 1; an
 * empty text counts as 0 (METHOD of Bellamy, its BinaryTransformer).
 *
 * @param bits how many bits are kept
 */
public record BitEncoder(int bits) implements PropertyEncoder {

    public BitEncoder {
        if (bits < 1 || bits > 1023) {
            throw new IllegalArgumentException("bits " + bits + " must be from 1 to 1023");
        }
    }

    @Override
    public double[] encode(String value) {
        objection(value).ifPresent(rule -> {
            throw new IllegalArgumentException("'" + value + "' must be " + rule);
        });
        BigInteger magnitude = truncated(value).abs();
        double[] vector = new double[bits + 1];
        vector[0] = 1;
        for (int bit = 0; bit < bits; bit++) {
            vector[bits - bit] = magnitude.testBit(bit) ? 1 : 0;
        }
        return vector;
    }

    @Override
    public PropertyKind kind() {
        return PropertyKind.NUMBER;
    }

    @Override
    public String view(String value) {
        StringBuilder shown = new StringBuilder();
        Arrays.stream(encode(value)).skip(1).forEach(bit -> shown.append((int) bit));
        return "bits " + shown.toString().replaceFirst("^0+(?=.)", "");
    }

    @Override
    public int length() {
        return bits + 1;
    }

    /** The sign has no place among the bits: a negative number passes only where its kept bits are all digits. */
    @Override
    public Optional<String> objection(String value) {
        String text = value.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (DecimalText.parse(text).isEmpty()) {
            return Optional.of("a number" + DecimalText.hint(text));
        }
        BigInteger whole = truncated(value);
        boolean signAmongBits = whole.signum() < 0 && whole.abs().bitLength() < bits;
        return signAmongBits ? Optional.of("a number of at least 0") : Optional.empty();
    }

    private static BigInteger truncated(String value) {
        return DecimalText.parse(value).map(BigDecimal::toBigInteger).orElse(BigInteger.ZERO);
    }
}
