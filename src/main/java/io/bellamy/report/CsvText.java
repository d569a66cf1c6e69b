package io.bellamy.report;

import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/**
 * Comma-separated values (RFC 4180) in which texts from outside are obeyed neither by a spreadsheet nor by a terminal, and
 * from which they can be had back: a text that could be a formula, or that begins with an apostrophe, gets an apostrophe in
 * front, and a control character is written as in JSON ({@code \\u001b}; so is the backslash of a text that has such an
 * escape already). Numbers are written as they are.
 */
final class CsvText {

    private static final Pattern FORMULA = Pattern.compile("['=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?");

    private CsvText() {}

    /** Writes a line; an absent cell is {@code null}. */
    static void write(Appendable out, Object... cells) throws IOException {
        CSVFormat.RFC4180.printRecord(
                out,
                Arrays.stream(cells)
                        .map(cell -> cell instanceof String text ? safe(text) : cell)
                        .toArray());
    }

    private static String safe(String text) {
        String escaped = Quoted.escaped(text.replace("\\u", "\\u005cu"), "");
        boolean formula =
                FORMULA.matcher(escaped).matches() && !NUMBER.matcher(escaped).matches();
        return formula ? "'" + escaped : escaped;
    }
}
