package io.bellamy.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One change of a file.
 *
 * @param kind what is changed
 * @param place of the byte, token or line, counted round
 * @param other a second place
 * @param text what is put there
 */
record Edit(Kind kind, int place, int other, String text) {

    /** Files are read as bytes, so any charset with one byte a character will do for taking them apart. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.-]+");

    /** A value that begins where a YAML value may: everything that it expands to would be 10^9 words. */
    private static final String BOMB = "{a: &a [x,x,x,x,x,x,x,x,x,x], b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a],"
            + " c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b], d: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]}";

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "2",
            "NaN",
            ".nan",
            "\"NaN\"",
            "Infinity",
            "-.inf",
            "1e99",
            "1e-99",
            "1e999",
            "1e-999",
            "1e999999999",
            "-0.0",
            "0.5",
            "1000000000",
            "2147483648",
            "-9223372036854775809",
            "9".repeat(40),
            "9".repeat(5000),
            "0x10",
            "1_000",
            "1,5",
            "\u0663",
            "null",
            "~",
            "true",
            "[]",
            "{}",
            "\"\"",
            "..",
            "../../etc/passwd",
            "/etc/passwd",
            "a/b",
            "a\\\\b",
            "a\nb",
            "\"a\\nb\"",
            "\u001b[31mred",
            "\"\\u001b[31mred\"",
            "\"\\u0000\"",
            "\u0000",
            "\u0007",
            "\u009b1m",
            "\u202e",
            "\ufeff",
            "\ud83d\ude00",
            "*a",
            "&a {b: *a}",
            "&a [*a]",
            BOMB,
            "!!java.net.URL [http://localhost]",
            "!!binary abc=",
            "<<: {}",
            "? x",
            "- ",
            ": ",
            "\"",
            "'",
            "[",
            "]",
            "{",
            "}",
            ",",
            "#",
            "%",
            "|",
            "\t",
            "\r",
            "---\n",
            "[".repeat(3000),
            "{\"a\":".repeat(3000),
            "{a: ".repeat(3000),
            "- ".repeat(3000),
            "x".repeat(100_000));

    enum Kind {
        FLIP_BITS,
        DELETE_BYTES,
        INSERT,
        TRUNCATE,
        REPLACE_TOKEN,
        SWAP_TOKENS,
        DELETE_LINE,
        COPY_LINE,
        SWAP_LINES
    }

    /** One or two changes; a quarter of the values that are put in are chosen to hurt. */
    static Arbitrary<List<Edit>> some() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 1_000_000).withoutEdgeCases();
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.of(NASTY),
                Arbitraries.doubles().map(String::valueOf),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.strings().ofMaxLength(12));
        return Combinators.combine(Arbitraries.of(Kind.class), places, places, texts)
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
    }

    /** All changes in turn. */
    static byte[] apply(List<Edit> edits, byte[] content) {
        String text = new String(content, BYTES);
        for (Edit edit : edits) {
            text = edit.apply(text);
        }
        return text.getBytes(BYTES);
    }

    private String apply(String content) {
        if (content.isEmpty()) {
            return asBytes();
        }
        int at = place % content.length();
        return switch (kind) {
            case FLIP_BITS ->
                content.substring(0, at) + (char) (content.charAt(at) ^ (1 + other % 255)) + content.substring(at + 1);
            case DELETE_BYTES ->
                content.substring(0, at) + content.substring(Math.min(content.length(), at + 1 + other % 20));
            case INSERT -> content.substring(0, at) + asBytes() + content.substring(at);
            case TRUNCATE -> content.substring(0, at);
            case REPLACE_TOKEN -> replaceToken(content, place, asBytes());
            case SWAP_TOKENS -> swapTokens(content);
            case DELETE_LINE, COPY_LINE, SWAP_LINES -> changeLine(content);
        };
    }

    private String asBytes() {
        return new String(text.getBytes(StandardCharsets.UTF_8), BYTES);
    }

    private static String replaceToken(String content, int place, String by) {
        List<MatchResult> tokens = TOKEN.matcher(content).results().toList();
        if (tokens.isEmpty()) {
            return by;
        }
        MatchResult token = tokens.get(place % tokens.size());
        return content.substring(0, token.start()) + by + content.substring(token.end());
    }

    private String swapTokens(String content) {
        List<MatchResult> tokens = TOKEN.matcher(content).results().toList();
        return tokens.isEmpty()
                ? content
                : replaceToken(content, place, tokens.get(other % tokens.size()).group());
    }

    private String changeLine(String content) {
        List<String> lines = new ArrayList<>(List.of(content.split("\n", -1)));
        int at = place % lines.size();
        switch (kind) {
            case DELETE_LINE -> lines.remove(at);
            case COPY_LINE -> lines.add(other % lines.size(), lines.get(at));
            default -> Collections.swap(lines, at, other % lines.size());
        }
        return String.join("\n", lines);
    }
}
