package io.bellamy.data;

import java.math.BigDecimal;
import java.util.Optional;

/** How the length of a time is written. */
sealed interface TimeForm permits TimeUnit, WrittenTime {

    /** The seconds; empty where the text is not of this form. */
    Optional<BigDecimal> seconds(String text);

    /** What such a text must be, beside being above 0. */
    String rule();
}
