package io.bellamy.data;

import io.bellamy.problem.Counted;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines of UTF-8, of which each may be so long and no longer: nothing that comes takes more memory. */
final class JsonTextLines {

    private static final int END = -1;

    private final BufferedReader in;
    private final String name;
    private final int longest;
    private final StringBuilder line = new StringBuilder();
    private long number;

    JsonTextLines(InputStream in, String name, int longest) {
        this.name = name;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
        this.longest = longest;
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /**
     * The next line, without its end and without a byte order mark; empty at the end.
     *
     * @throws InvalidInputException if it is too long
     */
    Optional<String> next() throws IOException {
        line.setLength(0);
        int next = in.read();
        if (next == END) {
            return Optional.empty();
        }
        number++;
        for (; next != END && next != '\n'; next = in.read()) {
            if (line.length() == longest) {
                throw new InvalidInputException(name + ":" + number + ": the line has more than "
                        + Counted.of(longest, "character") + Limits.raise("document_bytes"));
            }
            if (number > 1 || !line.isEmpty() || next != '\uFEFF') {
                line.append((char) next);
            }
        }
        return Optional.of(line.toString());
    }
}
