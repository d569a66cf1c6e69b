package io.bellamy.data;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time that are written with their units, or as a clock shows them. */
enum WrittenTime implements TimeForm {
    /** With units, or with hours, minutes and seconds. */
    WRITTEN("a time with its units, as '1h 5m', '90 s', '1:40:00' or 'PT1H5M'", ""),
    /** Two numbers are minutes and seconds. */
    MIN_S("a time as 1:40 or 1:01:40", "(?<minutes>[0-9]{1,9}):(?<seconds>[0-5][0-9](?:\\.[0-9]{1,9})?)"),
    /** Two numbers are hours and minutes. */
    H_MIN("a time as 1:40 or 1:40:00", "(?<hours>[0-9]{1,9}):(?<minutes>[0-5][0-9])");

    private static final int LONGEST = 100;

    /** {@code 2:03:04.5}, {@code 1 day, 2:03:04} as Python has it, {@code 1-02:03:04} as Slurm does. */
    private static final Pattern CLOCK = Pattern.compile("(?:(?<days>[0-9]{1,6})(?: days?,? |-))?"
            + "(?<hours>[0-9]{1,9}):(?<minutes>[0-5][0-9]):(?<seconds>[0-5][0-9](?:\\.[0-9]{1,9})?)");

    private static final Pattern UNITS = Pattern.compile(part("days", "d|days?")
            + part("hours", "h|hrs?|hours?")
            + part("minutes", "m|mins?|minutes?")
            + part("seconds", "s|secs?|seconds?")
            + part("millis", "ms|millis|milliseconds?"));

    private static final Pattern TWO_NUMBERS = Pattern.compile("[0-9]+:[0-9]{2}(?:\\.[0-9]+)?");

    private static final List<String> GROUPS = List.of("days", "hours", "minutes", "seconds", "millis");
    private static final List<BigDecimal> SECONDS = List.of(
            new BigDecimal(86_400), new BigDecimal(3600), new BigDecimal(60), BigDecimal.ONE, new BigDecimal("0.001"));

    private final String rule;
    private final Pattern two;

    WrittenTime(String rule, String two) {
        this.rule = rule;
        this.two = Pattern.compile(two);
    }

    private static String part(String name, String units) {
        return "(?:(?<" + name + ">[0-9]{1,12}(?:\\.[0-9]{1,9})?) ?(?:" + units + "),? ?)?";
    }

    @Override
    public Optional<BigDecimal> seconds(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST || text.isEmpty() || text.endsWith(",")) {
            return Optional.empty();
        }
        if (this == WRITTEN && text.startsWith("P")) {
            return iso(text);
        }
        List<Pattern> forms = this == WRITTEN ? List.of(CLOCK, UNITS) : List.of(CLOCK, two);
        return forms.stream()
                .map(form -> form.matcher(plain))
                .filter(Matcher::matches)
                .findFirst()
                .map(WrittenTime::sum);
    }

    private static BigDecimal sum(Matcher matcher) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < GROUPS.size(); i++) {
            String group = GROUPS.get(i);
            if (matcher.pattern().pattern().contains("<" + group + ">") && matcher.group(group) != null) {
                sum = sum.add(new BigDecimal(matcher.group(group)).multiply(SECONDS.get(i)));
            }
        }
        return sum;
    }

    private static Optional<BigDecimal> iso(String text) {
        try {
            Duration duration = Duration.parse(text);
            return Optional.of(
                    BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9)));
        } catch (DateTimeException noDuration) {
            return Optional.empty();
        }
    }

    @Override
    public String rule() {
        return rule;
    }

    /** What is to be declared where a text may be meant in two ways; may be empty. */
    String hint(String text) {
        return this == WRITTEN && TWO_NUMBERS.matcher(text).matches()
                ? "; two numbers may be minutes and seconds or hours and minutes: say unit: min:s or unit: h:min"
                : "";
    }
}
