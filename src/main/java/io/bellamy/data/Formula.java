package io.bellamy.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.Set;

/**
 * A number that is computed from columns.
 *
 * @param text as it is written
 * @param root what is computed last
 * @param columns that it is computed from
 */
record Formula(String text, FormulaNode root, Set<String> columns) {

    /** Digits that a result has at most, so that 0.1 + 0.2 is 0.3 and a third ends. */
    private static final MathContext RESULT = MathContext.DECIMAL64;

    /** Digits before or behind the point beyond which nobody means a number. */
    private static final int MOST_DIGITS = 50;

    Formula {
        columns = Set.copyOf(columns);
    }

    /**
     * The result for a row; blank where one of its columns is, since what is not known is not 0.
     *
     * @param name of the column that is computed, for messages
     * @throws BadValue if a column has no number, or the result is none
     */
    String of(String name, SourceRow row) throws BadValue {
        try {
            Optional<BigDecimal> result = root.value(row);
            if (result.isEmpty()) {
                return "";
            }
            BigDecimal rounded = result.get().round(RESULT).stripTrailingZeros();
            if (rounded.signum() != 0 && Math.abs((long) rounded.precision() - rounded.scale()) > MOST_DIGITS) {
                throw new ArithmeticException("the result is not of a size that can be computed with");
            }
            return Numbers.plain(rounded);
        } catch (ArithmeticException e) {
            throw new BadValue(name, text, "computable, but " + e.getMessage());
        }
    }
}
