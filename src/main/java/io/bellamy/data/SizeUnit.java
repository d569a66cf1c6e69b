package io.bellamy.data;

import java.math.BigDecimal;
import java.util.Locale;

/** Units of a size, decimal as in the published data sets and binary. */
public enum SizeUnit {
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

    BigDecimal toMegabytes(BigDecimal value) {
        return value.multiply(megabytes);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
