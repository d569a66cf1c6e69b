package io.bellamy.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** In which encoding Java knows names of files, and the command line: by the locale, which the launcher sees to. */
public final class NameEncoding {

    private static final int LAST_ASCII = 0x7F;

    private NameEncoding() {}

    /** What to do where Java can't know this name, which may be UTF-8; else nothing. */
    public static Optional<String> advice(String name) {
        String encoding = System.getProperty("sun.jnu.encoding", "");
        return encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name()) || isAscii(name)
                ? Optional.empty()
                : Optional.of("in this locale Java knows no names but in " + encoding
                        + ": set LC_ALL=C.UTF-8, or start Bellamy by its launcher, ./bellamy");
    }

    /**
     * What is wrong where Java could not read the command line, or the names of the folders that relative names start in:
     * files would be looked for elsewhere, and written there.
     *
     * @param home where the program lives, blank where it was not told
     */
    public static Optional<String> objection(String home, String... arguments) {
        return Stream.of(
                        unread("the option or name", arguments),
                        unread("the name of the current folder", System.getProperty("user.dir", "")),
                        unread("the name of the program's folder", home))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> unread(String what, String... names) {
        return Stream.of(names)
                .flatMap(name ->
                        advice(name).map(advice -> "can't read " + what + " '" + name + "': " + advice).stream())
                .findFirst();
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(letter -> letter <= LAST_ASCII);
    }
}
