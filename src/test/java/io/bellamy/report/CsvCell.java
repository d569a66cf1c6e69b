package io.bellamy.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has the text of a cell back, as the README says. */
public final class CsvCell {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private CsvCell() {}

    public static String original(String cell) {
        String text = cell.startsWith("'") ? cell.substring(1) : cell;
        return ESCAPE.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
