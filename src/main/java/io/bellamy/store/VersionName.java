package io.bellamy.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Names of versions: the time in UTC to the millisecond, so that names in order are versions in order. */
final class VersionName {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuuMMdd'T'HHmmss'.'SSS'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Of all of the years that have four digits, as FORMAT has them. */
    private static final int LENGTH = "20261129T122705.550Z".length();

    private VersionName() {}

    static boolean isOne(String name) {
        return time(name).isPresent();
    }

    /** The name for now; where that is not after the newest one (the clock was set back), the next one after that. */
    static String next(Instant now, Optional<String> newest) {
        Instant earliest = newest.flatMap(VersionName::time)
                .map(last -> last.plusMillis(1))
                .orElse(Instant.MIN);
        return FORMAT.format((now.isBefore(earliest) ? earliest : now).atOffset(ZoneOffset.UTC));
    }

    private static Optional<Instant> time(String name) {
        if (name.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(name, FORMAT).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
