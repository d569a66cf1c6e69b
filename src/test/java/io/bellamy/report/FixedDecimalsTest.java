package io.bellamy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedDecimalsTest {

    @Property
    void writesWhatFormatWrites(
            @ForAll @DoubleRange(min = -10, max = 2e9) double value, @ForAll @IntRange(min = 1, max = 4) int digits) {
        assertThat(FixedDecimals.of(value, digits)).isEqualTo(formatted(value, digits));
    }

    @Property
    void writesWhatFormatWritesNearTies(
            @ForAll @IntRange(min = 0, max = 100_000) int half,
            @ForAll @IntRange(min = -3, max = 3) int ulps,
            @ForAll @IntRange(min = 1, max = 4) int digits) {
        double value = (half + 0.5) / Math.pow(10, digits);
        value += ulps * Math.ulp(value);
        assertThat(FixedDecimals.of(value, digits)).isEqualTo(formatted(value, digits));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0, -0.0, 0.04, 0.05, 0.95, 0.999951, 9.96, 99.95, 1e8, 1e9, 1e300, -0.01, Double.NaN, 1 / 0.0})
    void writesTheOrdinaryAndTheOdd(double value) {
        assertThat(FixedDecimals.of(value, 1)).isEqualTo(formatted(value, 1));
        assertThat(FixedDecimals.of(value, 4)).isEqualTo(formatted(value, 4));
        assertThat(FixedDecimals.of(value, 1, 8)).isEqualTo(String.format(Locale.ROOT, "%8.1f", value));
    }

    private static String formatted(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
