package io.bellamy.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Names of versions: the time in UTC to the millisecond, so that names in order are versions in order. */
final class VersionName {

    /** A digit for each 0. */
    private static final String PATTERN = "00000000T000000.000Z";

    private VersionName() {}

    static boolean isOne(String name) {
        return time(name).isPresent();
    }

    /** The name for now; where that is not after the newest one (the clock was set back), the next one after that. */
    static String next(Instant now, Optional<String> newest) {
        Instant earliest = newest.flatMap(VersionName::time)
                .map(last -> last.plusMillis(1))
                .orElse(Instant.MIN);
        return DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'.'SSS'Z'", Locale.ROOT)
                .format((now.isBefore(earliest) ? earliest : now).atOffset(ZoneOffset.UTC));
    }

    /** Every answer reads names: what Java makes of the pattern above would take a hundredth of a start. */
    private static Optional<Instant> time(String name) {
        if (!isLikePattern(name)) {
            return Optional.empty();
        }
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(name, 0, 4),
                    number(name, 4, 6),
                    number(name, 6, 8),
                    number(name, 9, 11),
                    number(name, 11, 13),
                    number(name, 13, 15));
            return Optional.of(time.toInstant(ZoneOffset.UTC).plusMillis(number(name, 16, 19)));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static boolean isLikePattern(String name) {
        boolean like = name.length() == PATTERN.length();
        for (int i = 0; like && i < PATTERN.length(); i++) {
            char letter = name.charAt(i);
            char wanted = PATTERN.charAt(i);
            like = wanted == '0' ? letter >= '0' && letter <= '9' : letter == wanted;
        }
        return like;
    }

    private static int number(String name, int from, int to) {
        return Integer.parseInt(name.substring(from, to));
    }
}
