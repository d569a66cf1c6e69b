package io.bellamy.data;

import io.bellamy.numerics.DecimalText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Units of a runtime that is written as a number. */
enum TimeUnit implements TimeForm {
    MS("0.001"),
    S("1"),
    MIN("60"),
    H("3600");

    private final BigDecimal seconds;

    TimeUnit(String seconds) {
        this.seconds = new BigDecimal(seconds);
    }

    @Override
    public Optional<BigDecimal> seconds(String text) {
        return DecimalText.parse(text).map(number -> number.multiply(seconds, MathContext.DECIMAL128));
    }

    @Override
    public String rule() {
        return "a number above 0";
    }
}
