package io.bellamy.data;

import io.bellamy.data.RunTime.Moment;
import io.bellamy.problem.Quoted;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates and times as a pattern has them.
 *
 * @param pattern in the letters of {@link DateTimeFormatter}; names of months and days are English
 * @param formatter that is made of it
 */
record PatternMoments(String pattern, DateTimeFormatter formatter) implements MomentForm {

    /** What a pattern must be. */
    static final String RULE = "a pattern that tells day, month and year, as dd.MM.yyyy or MM/dd/yyyy hh:mm:ss a";

    private static final int LONGEST = 80;
    private static final int NANO_DIGITS = 9;

    /** A day whose numbers are all others, and a time of it. */
    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2031, 10, 24, 17, 48, 39, 0, ZoneOffset.UTC);

    /** The form of a pattern; empty where it is none that tells a day. */
    static Optional<PatternMoments> of(String pattern) {
        if (pattern.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(strict(pattern))
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
            PatternMoments form = new PatternMoments(pattern, formatter);
            return form.day(formatter.format(SAMPLE)).equals(Optional.of(SAMPLE.toLocalDate()))
                    ? Optional.of(form)
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException noPattern) {
            return Optional.empty();
        }
    }

    /** With years that need no era to be those of a day, but for texts between apostrophes. */
    private static String strict(String pattern) {
        StringBuilder strict = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            strict.append(c == 'y' && !quoted ? 'u' : c);
        }
        return strict.toString();
    }

    private Optional<TemporalAccessor> parsed(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<LocalDate> day(String text) {
        return parsed(text).map(LocalDate::from);
    }

    @Override
    public Optional<Moment> moment(String text) {
        return parsed(text).flatMap(time -> {
            if (time instanceof ZonedDateTime zoned) {
                return Optional.of(moment(zoned, true));
            }
            return time instanceof LocalDateTime local
                    ? Optional.of(moment(local.atZone(ZoneOffset.UTC), false))
                    : Optional.empty();
        });
    }

    private static Moment moment(ZonedDateTime time, boolean zoned) {
        return new Moment(
                BigDecimal.valueOf(time.toEpochSecond()).add(BigDecimal.valueOf(time.getNano(), NANO_DIGITS)), zoned);
    }

    @Override
    public String dayRule(String text) {
        return "a date as " + sample() + ", of a day that exists";
    }

    @Override
    public String momentRule(String text) {
        return "a date with a time as " + sample() + ", of a day that exists";
    }

    private String sample() {
        return Quoted.plain(formatter.format(SAMPLE) + " (" + pattern + ")");
    }
}
