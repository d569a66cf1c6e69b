package io.bellamy.data;

import io.bellamy.numerics.DecimalText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Units of times that count from the beginning of 1970, UTC. */
enum EpochUnit {
    S(0),
    MS(3),
    US(6);

    /** What lies outside of these years is rather of another unit. */
    private static final BigDecimal EARLIEST =
            BigDecimal.valueOf(Instant.parse("1990-01-01T00:00:00Z").getEpochSecond());

    private static final BigDecimal LATEST =
            BigDecimal.valueOf(Instant.parse("2200-01-01T00:00:00Z").getEpochSecond());

    private final int digits;

    EpochUnit(int digits) {
        this.digits = digits;
    }

    /** The seconds since then; empty where the text is no such time. */
    Optional<BigDecimal> seconds(String text) {
        return DecimalText.parse(text)
                .map(number -> number.movePointLeft(digits))
                .filter(seconds -> seconds.compareTo(EARLIEST) >= 0 && seconds.compareTo(LATEST) < 0);
    }

    String rule() {
        return "a time counted in " + name().toLowerCase(Locale.ROOT) + " from 1970, of a year from 1990 to 2199";
    }
}
