package io.bellamy.cli;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** In which encoding Java knows names of files, and the command line: by the locale, which the launcher sees to. */
final class NameEncoding {

    private static final char UNREADABLE = '\uFFFD';
    private static final int LAST_ASCII = 0x7F;

    private NameEncoding() {}

    /** What to do where Java can't know a name that is UTF-8; else nothing. */
    static Optional<String> advice() {
        String encoding = System.getProperty("sun.jnu.encoding", "");
        return encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name())
                ? Optional.empty()
                : Optional.of("in this locale Java knows no names but in " + encoding
                        + ": set LC_ALL=C.UTF-8, or start Bellamy by its launcher, ./bellamy");
    }

    /** What is wrong with the command line where Java could not read it. */
    static Optional<String> objection(String... arguments) {
        Optional<String> unread = Stream.of(arguments)
                .filter(argument -> argument.chars().anyMatch(letter -> letter == UNREADABLE || letter > LAST_ASCII))
                .findFirst();
        return unread.flatMap(
                argument -> advice().map(advice -> "can't read the option or name '" + argument + "': " + advice));
    }
}
