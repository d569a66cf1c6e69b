package io.bellamy.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the day of a run from a date or time in the forms of ISO 8601 that programs write. */
final class RunTime {

    /** What such a text must be. */
    static final String RULE = "a date or time as 2026-01-31 or 2026-01-31T23:59:59Z, of a day that exists";

    private static final int LONGEST = 80;
    private static final Pattern TIME = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<date>\\d{2})"
            + "(?:[Tt ](?<hour>\\d{2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,]\\d{1,9})?)?"
            + " ?(?<offset>[Zz]|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?(?:\\[(?<zone>[A-Za-z0-9_/+:-]+)])?)?");

    private RunTime() {}

    /** The day that is written there, whatever the zone; empty where the text is no such date or time. */
    static Optional<LocalDate> day(String text) {
        Matcher time = TIME.matcher(text);
        if (text.length() > LONGEST || !time.matches() || !isTime(time) || !isZone(time)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(time, "year"), number(time, "month"), number(time, "date")));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A leap second counts. */
    private static boolean isTime(Matcher time) {
        return number(time, "hour") < 24
                && number(time, "minute") < 60
                && (number(time, "second") < 60 || (number(time, "second") == 60 && number(time, "minute") == 59));
    }

    private static int number(Matcher time, String group) {
        return time.group(group) == null ? 0 : Integer.parseInt(time.group(group));
    }

    private static boolean isZone(Matcher time) {
        String offset = time.group("offset");
        String zone = time.group("zone");
        try {
            if (offset != null && (offset.startsWith("+") || offset.startsWith("-"))) {
                ZoneOffset.of(offset);
            }
            if (zone != null) {
                ZoneId.of(zone);
            }
            return true;
        } catch (DateTimeException noSuchZone) {
            return false;
        }
    }
}
