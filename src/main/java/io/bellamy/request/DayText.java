package io.bellamy.request;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Days as people write them into requests and files of prices. */
public final class DayText {

    private DayText() {}

    /** The day of a text as {@code 2026-11-29}; empty where it is none. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
