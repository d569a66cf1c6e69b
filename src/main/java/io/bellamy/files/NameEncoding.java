package io.bellamy.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

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
        return unread("the option or name", arguments)
                .or(() -> unread("the name of the current folder", System.getProperty("user.dir", "")))
                .or(() -> unread("the name of the program's folder", home));
    }

    private static Optional<String> unread(String what, String... names) {
        for (String name : names) {
            Optional<String> advice = advice(name);
            if (advice.isPresent()) {
                return Optional.of("can't read " + what + " '" + name + "': " + advice.get());
            }
        }
        return Optional.empty();
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(letter -> letter <= LAST_ASCII);
    }
}
