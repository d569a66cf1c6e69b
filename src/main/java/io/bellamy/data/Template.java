package io.bellamy.data;

import io.bellamy.numerics.DecimalText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with references to columns: {@code {k} 0.001}, {@code {lines:float}}. A column alone and a constant are
 * templates too.
 *
 * @param parts the pieces in their order
 */
public record Template(List<Piece> parts) {

    private static final Pattern REFERENCE = Pattern.compile("\\{([^{}:]+)(?::(int|float|text))?}");

    /** A piece of a template. */
    public sealed interface Piece {}

    /** Text that stands as it is. */
    public record Literal(String text) implements Piece {}

    /** The value of a column. */
    public record Reference(String column, Form form) implements Piece {}

    /** How the value of a column is written. */
    public enum Form {
        /** as it stands in the file */
        TEXT,
        /** as a whole number, {@code 25} */
        INT,
        /** with a point, {@code 25.0} */
        FLOAT
    }

    public Template {
        parts = List.copyOf(parts);
    }

    /** The value of one column as it stands there. */
    public static Template column(String name) {
        return new Template(List.of(new Reference(name, Form.TEXT)));
    }

    /** The same text for every row. */
    public static Template constant(String text) {
        return new Template(List.of(new Literal(text)));
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if a brace is left over
     */
    public static Template parse(String text) {
        List<Piece> parts = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            parts.add(literal(text.substring(end, matcher.start())));
            Form form = matcher.group(2) == null
                    ? Form.TEXT
                    : Form.valueOf(matcher.group(2).toUpperCase(Locale.ROOT));
            parts.add(new Reference(matcher.group(1), form));
            end = matcher.end();
        }
        parts.add(literal(text.substring(end)));
        return new Template(parts);
    }

    /** The columns that it refers to. */
    List<String> columns() {
        return parts.stream()
                .filter(Reference.class::isInstance)
                .map(part -> ((Reference) part).column())
                .toList();
    }

    /** Those of them that must hold numbers. */
    List<String> numericColumns() {
        return parts.stream()
                .filter(part -> part instanceof Reference reference && reference.form() != Form.TEXT)
                .map(part -> ((Reference) part).column())
                .toList();
    }

    /** Its text for a row. */
    String fill(SourceRow row) throws BadValue {
        StringBuilder text = new StringBuilder();
        Set<String> bad = new LinkedHashSet<>();
        for (Piece part : parts) {
            try {
                if (part instanceof Literal literal) {
                    text.append(literal.text());
                } else if (part instanceof Reference reference) {
                    text.append(written(reference, row.get(reference.column())));
                }
            } catch (BadValue e) {
                bad.add(e.getMessage());
            }
        }
        if (!bad.isEmpty()) {
            throw new BadValue(bad);
        }
        return text.toString().strip();
    }

    private static String written(Reference reference, String value) throws BadValue {
        if (reference.form() == Form.TEXT) {
            return value;
        }
        BigDecimal number =
                DecimalText.parse(value).orElseThrow(() -> BadValue.noNumber(reference.column(), value, "a number"));
        if (reference.form() == Form.FLOAT) {
            return Numbers.withPoint(number);
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw new BadValue(reference.column(), value, "a whole number");
        }
        return Numbers.plain(number);
    }

    private static Literal literal(String text) {
        if (text.contains("{") || text.contains("}")) {
            throw new IllegalArgumentException("{column}, {column:int} or {column:float} wherever it has braces");
        }
        return new Literal(text);
    }
}
