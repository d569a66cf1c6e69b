package io.bellamy.data;

import io.bellamy.numerics.DecimalText;
import java.math.BigDecimal;
import java.util.Optional;

/** Units of a size, decimal as in the published data sets and binary. */
enum SizeUnit implements SizeForm {
    B("0.000001"),
    KB("0.001"),
    MB("1"),
    GB("1000"),
    TB("1000000"),
    KIB("0.001024"),
    MIB("1.048576"),
    GIB("1073.741824"),
    TIB("1099511.627776");

    private final BigDecimal megabytes;

    SizeUnit(String megabytes) {
        this.megabytes = new BigDecimal(megabytes);
    }

    /** A number of them in megabytes. */
    BigDecimal of(BigDecimal number) {
        return number.multiply(megabytes);
    }

    @Override
    public Optional<BigDecimal> megabytes(String text) {
        return DecimalText.parse(text).map(this::of);
    }

    @Override
    public String rule(String text) {
        return "a number" + DecimalText.hint(text);
    }
}
