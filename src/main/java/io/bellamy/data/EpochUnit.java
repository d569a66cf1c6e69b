package io.bellamy.data;

import io.bellamy.data.RunTime.Moment;
import io.bellamy.numerics.DecimalText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** Units of times that count from the beginning of 1970, UTC. */
enum EpochUnit implements MomentForm {
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
    private Optional<BigDecimal> seconds(String text) {
        return DecimalText.parse(text)
                .map(number -> number.movePointLeft(digits))
                .filter(seconds -> seconds.compareTo(EARLIEST) >= 0 && seconds.compareTo(LATEST) < 0);
    }

    /** The day in UTC. */
    @Override
    public Optional<LocalDate> day(String text) {
        return seconds(text).map(seconds -> Instant.ofEpochSecond(
                        seconds.setScale(0, RoundingMode.FLOOR).longValueExact())
                .atOffset(ZoneOffset.UTC)
                .toLocalDate());
    }

    @Override
    public Optional<Moment> moment(String text) {
        return seconds(text).map(seconds -> new Moment(seconds, true));
    }

    @Override
    public String dayRule(String text) {
        return "a time counted in " + name().toLowerCase(Locale.ROOT) + " from 1970, of a year from 1990 to 2199";
    }

    @Override
    public String momentRule(String text) {
        return dayRule(text);
    }

    @Override
    public boolean isNumeric() {
        return true;
    }
}
