package io.bellamy.data;

import io.bellamy.numerics.DecimalText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A part of a formula. Its value is absent where a column is blank that it needs. */
sealed interface FormulaNode {

    /**
     * The value for a row.
     *
     * @throws BadValue if a column has no number
     * @throws ArithmeticException if there is no result, in words for people
     */
    Optional<BigDecimal> value(SourceRow row) throws BadValue;

    /** A number that is written there. */
    record Constant(BigDecimal number) implements FormulaNode {

        @Override
        public Optional<BigDecimal> value(SourceRow row) {
            return Optional.of(number);
        }
    }

    /** The number in a column. */
    record CellNumber(String column) implements FormulaNode {

        @Override
        public Optional<BigDecimal> value(SourceRow row) throws BadValue {
            String text = row.get(column);
            Optional<BigDecimal> number = DecimalText.parse(text);
            if (number.isEmpty() && !text.isEmpty()) {
                throw BadValue.noNumber(column, text, "a number");
            }
            return number;
        }
    }

    /** Something that is made of one or more numbers. */
    record Operation(Operator operator, List<FormulaNode> operands) implements FormulaNode {

        public Operation {
            operands = List.copyOf(operands);
        }

        @Override
        public Optional<BigDecimal> value(SourceRow row) throws BadValue {
            List<BigDecimal> values = new ArrayList<>();
            for (FormulaNode operand : operands) {
                Optional<BigDecimal> value = operand.value(row);
                if (value.isEmpty()) {
                    return value;
                }
                values.add(value.get());
            }
            return values.stream().reduce(operator::apply).map(operator::finish);
        }
    }

    /** What can be done with numbers, from the left to the right. */
    enum Operator {
        ADD(false),
        SUBTRACT(false),
        MULTIPLY(false),
        DIVIDE(false),
        MIN(false),
        MAX(false),
        NEGATE(true),
        ABS(true),
        ROUND(true),
        FLOOR(true),
        CEIL(true);

        private final boolean ofOne;

        Operator(boolean ofOne) {
            this.ofOne = ofOne;
        }

        private BigDecimal apply(BigDecimal left, BigDecimal right) {
            return switch (this) {
                case ADD -> left.add(right, MathContext.DECIMAL128);
                case SUBTRACT -> left.subtract(right, MathContext.DECIMAL128);
                case MULTIPLY -> left.multiply(right, MathContext.DECIMAL128);
                case DIVIDE -> divided(left, right);
                case MIN -> left.min(right);
                case MAX -> left.max(right);
                case NEGATE, ABS, ROUND, FLOOR, CEIL -> throw new IllegalStateException(this + " of two numbers");
            };
        }

        private static BigDecimal divided(BigDecimal left, BigDecimal right) {
            if (right.signum() == 0) {
                throw new ArithmeticException("it divides by 0");
            }
            return left.divide(right, MathContext.DECIMAL128);
        }

        private BigDecimal finish(BigDecimal value) {
            return switch (this) {
                case NEGATE -> value.negate();
                case ABS -> value.abs();
                case ROUND -> whole(value, RoundingMode.HALF_UP);
                case FLOOR -> whole(value, RoundingMode.FLOOR);
                case CEIL -> whole(value, RoundingMode.CEILING);
                case ADD, SUBTRACT, MULTIPLY, DIVIDE, MIN, MAX -> value;
            };
        }

        /** Of a number with a thousand zeros before its end nothing is written out. */
        private static BigDecimal whole(BigDecimal value, RoundingMode mode) {
            return value.scale() <= 0 ? value : value.setScale(0, mode);
        }

        /** Does it take one number, and not two or more? */
        boolean isOfOne() {
            return ofOne;
        }
    }
}
