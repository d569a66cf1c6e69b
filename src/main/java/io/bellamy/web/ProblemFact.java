package io.bellamy.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message says, in parts.
 *
 * @param message the whole
 * @param file where it is, where it says so
 * @param line of the file
 * @param key of the line
 * @param value that is wrong
 * @param remedy what to do
 */
record ProblemFact(
        String message,
        Optional<String> file,
        Optional<Integer> line,
        Optional<String> key,
        Optional<String> value,
        Optional<String> remedy) {

    /** Messages are a place, a key, a value in quotation marks, and what is wrong with it; then, it may be, what to do. */
    private static final Pattern PARTS = Pattern.compile(
            "(?:(?<file>request(?:\\.[a-z]+)?|[^:]+(?=:\\d{1,9}: ))(?::(?<line>\\d{1,9}))?: )?"
                    + "(?:(?<key>[A-Za-z_][\\w.\\[\\]-]*): )?(?:'(?<value>[^']*)' )?.*",
            Pattern.DOTALL);

    private static final String BEFORE_REMEDY = "; ";

    static ProblemFact of(String message) {
        Matcher parts = PARTS.matcher(message);
        if (!parts.matches()) {
            return new ProblemFact(
                    message, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        int remedy = message.lastIndexOf(BEFORE_REMEDY);
        return new ProblemFact(
                message,
                Optional.ofNullable(parts.group("file")),
                Optional.ofNullable(parts.group("line")).map(Integer::valueOf),
                Optional.ofNullable(parts.group("key")),
                Optional.ofNullable(parts.group("value")),
                remedy < 0 ? Optional.empty() : Optional.of(message.substring(remedy + BEFORE_REMEDY.length())));
    }
}
