package io.bellamy.data;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the day of a run from a date or time in the forms of ISO 8601 that programs write. */
final class RunTime {

    /** What such a text must be. */
    static final String RULE = "a date or time as 2026-01-31 or 2026-01-31T23:59:59Z, of a day that exists";

    /** What a text must be that tells the time of day too. */
    static final String MOMENT_RULE =
            "a date with a time as 2026-01-31T23:59:59 or 2026-01-31 23:59:59+01:00, of a day that" + " exists";

    /**
     * A point in time.
     *
     * @param seconds since the beginning of 1970, in UTC where a zone is written there, else in that of the file
     * @param zoned is a zone written there?
     */
    record Moment(BigDecimal seconds, boolean zoned) {}

    private static final int LONGEST = 80;
    private static final Pattern TIME = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<date>\\d{2})"
            + "(?:[Tt ](?<hour>\\d{2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?"
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

    /** The time that is written there; empty where the text is none, or may be two since clocks are put back. */
    static Optional<Moment> moment(String text) {
        Matcher time = TIME.matcher(text);
        if (day(text).isEmpty() || !time.matches() || time.group("hour") == null) {
            return Optional.empty();
        }
        LocalDateTime local = day(text).get().atTime(number(time, "hour"), number(time, "minute"));
        List<ZoneOffset> offsets = offsets(time, local);
        if (offsets.size() != 1) {
            return Optional.empty();
        }
        String fraction = time.group("fraction") == null ? "0" : time.group("fraction");
        BigDecimal seconds = BigDecimal.valueOf(local.toEpochSecond(offsets.get(0)) + number(time, "second"))
                .add(new BigDecimal("0." + fraction));
        return Optional.of(new Moment(seconds, time.group("offset") != null || time.group("zone") != null));
    }

    /** Those that may be meant; without a word of it none is nearer than another. */
    private static List<ZoneOffset> offsets(Matcher time, LocalDateTime local) {
        String offset = time.group("offset");
        if (offset != null && (offset.startsWith("+") || offset.startsWith("-"))) {
            return List.of(ZoneOffset.of(offset));
        }
        String zone = time.group("zone");
        return offset == null && zone != null
                ? ZoneId.of(zone).getRules().getValidOffsets(local)
                : List.of(ZoneOffset.UTC);
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
