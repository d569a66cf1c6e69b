package io.bellamy.data;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The column with the date or time of a run.
 *
 * @param column its name
 * @param form how it is written there
 */
record MeasuredColumn(String column, MomentForm form) {

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
        Optional<LocalDate> day = form.day(text);
        if (day.isEmpty()) {
            throw new BadValue(column, text, form.dayRule(text));
        }
        return day;
    }
}
