package io.bellamy.data;

import java.math.BigDecimal;
import java.util.Optional;

/** How an amount of data is written. */
sealed interface SizeForm permits SizeUnit, WrittenSize {

    /** The megabytes; empty where the text is not of this form. */
    Optional<BigDecimal> megabytes(String text);

    /** What such a text must be, with what is likely wrong with this one. */
    String rule(String text);
}
