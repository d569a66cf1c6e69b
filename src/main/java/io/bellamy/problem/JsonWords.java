package io.bellamy.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Pattern;

/** What a parser of JSON says, in words for people. */
public final class JsonWords {

    /** How the parser's messages name what a programmer could set, or where it was in its own terms. */
    private static final Pattern PROGRAMMERS_WORDS = Pattern.compile(
            ": (enable|maybe) .*|\\(`?(Stream|Json).*|\\(code \\d+\\)|\\s*\\(start marker at .*|\\s+at \\[.*",
            Pattern.DOTALL);

    private static final int LONGEST = 160;

    private JsonWords() {}

    /** What is wrong with a text, for a message of one line. */
    public static String of(JsonProcessingException e) {
        String plain = PROGRAMMERS_WORDS.matcher(e.getOriginalMessage()).replaceAll("");
        return Quoted.line(plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain);
    }
}
