package io.bellamy.data;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The column with the date or time of a run.
 *
 * @param column its name
 * @param epoch the unit where it counts from 1970
 */
record MeasuredColumn(String column, Optional<EpochUnit> epoch) {

    /**
     * The day that is written there; counted from 1970 that in UTC.
     *
     * @throws BadValue if there is something else
     */
    Optional<LocalDate> day(SourceRow row) throws BadValue {
        String text = row.get(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = epoch.isEmpty()
                ? RunTime.day(text)
                : epoch.get().seconds(text).map(seconds -> Instant.ofEpochSecond(
                                seconds.setScale(0, RoundingMode.FLOOR).longValueExact())
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate());
        if (day.isEmpty()) {
            throw new BadValue(column, text, epoch.map(EpochUnit::rule).orElse(RunTime.RULE));
        }
        return day;
    }
}
