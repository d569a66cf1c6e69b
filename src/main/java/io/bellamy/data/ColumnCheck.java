package io.bellamy.data;

import io.bellamy.numerics.DecimalText;
import io.bellamy.problem.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Looks for numbers of a column whose point is likely to stand between thousands, as in {@code 1.501} for 1501: exactly
 * three digits behind it, and all numbers without such a point about a thousand times larger.
 */
final class ColumnCheck {

    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}\\.\\d{3}");
    private static final double THOUSAND = 1000;

    /** How far apart numbers of one column may be and yet be of one size. */
    private static final double NEAR = 10;

    /** So many are looked at. */
    private static final int MOST = 10_000;

    private record Suspect(SourceRow row, String text, double value) {}

    private final String column;
    private final DecimalMark decimal;
    private final List<Suspect> suspects = new ArrayList<>();
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    ColumnCheck(String column, DecimalMark decimal) {
        this.column = column;
        this.decimal = decimal;
    }

    /** Looks at a cell, which need be no number. */
    void add(SourceRow row, String text) {
        OptionalDouble number = DecimalText.number(text);
        if (number.isEmpty() || number.getAsDouble() == 0) {
            return;
        }
        double size = Math.abs(number.getAsDouble());
        if (!THOUSANDS.matcher(text).matches()) {
            least = Math.min(least, size);
            most = Math.max(most, size);
        } else if (suspects.size() < MOST) {
            suspects.add(new Suspect(row, text, size));
        }
    }

    /** What there is to say of the column. */
    Optional<String> warning(String file) {
        List<Suspect> found = suspects.stream()
                .filter(suspect -> suspect.value() * NEAR < least
                        && suspect.value() * THOUSAND * NEAR > least
                        && suspect.value() * THOUSAND < most * NEAR)
                .toList();
        return found.stream()
                .findFirst()
                .map(first -> first.row().place(file) + ": column " + Quoted.of(column) + ": "
                        + Quoted.of(decimal.shown(first.text()))
                        + " is read as it stands, but the other numbers of the column are about a"
                        + " thousand times larger: does its " + decimal.name().toLowerCase(Locale.ROOT)
                        + " separate thousands?"
                        + (found.size() > 1 ? " (" + found.size() + " such numbers)" : ""));
    }
}
