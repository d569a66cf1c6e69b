package io.bellamy.data;

import java.math.BigDecimal;
import java.math.MathContext;

/** Units of a runtime. */
public enum TimeUnit {
    MS("0.001"),
    S("1"),
    MIN("60"),
    H("3600");

    private final BigDecimal seconds;

    TimeUnit(String seconds) {
        this.seconds = new BigDecimal(seconds);
    }

    double toSeconds(BigDecimal value) {
        return value.multiply(seconds, MathContext.DECIMAL128).doubleValue();
    }
}
