package io.bellamy.process;

import java.util.List;

/**
 * One part of the covariance: how the runs that share some texts go together.
 *
 * @param shape over what
 * @param mask the texts that two runs must share: bit i of the i-th
 * @param columns the numbers that it is over
 * @param parameter where its parameters begin: ln variance, then the ln of each length scale
 */
record Term(Shape shape, int mask, List<Integer> columns, int parameter) {

    /** How a part depends on the numbers. */
    enum Shape {
        /** not at all: an offset */
        CONSTANT,
        /** a slope over one number */
        LINEAR,
        /** a smooth surface: squared exponential */
        SMOOTH,
        /** a curve that may jump: exponential */
        ROUGH,
        /** a level that changes with time now and then: exponential */
        LEVEL,
        /** a slope over time */
        TREND
    }

    Term {
        columns = List.copyOf(columns);
    }

    /** How many parameters it has. */
    int parameters() {
        return switch (shape) {
            case CONSTANT, LINEAR, TREND -> 1;
            case ROUGH, LEVEL -> 2;
            case SMOOTH -> 1 + columns.size();
        };
    }
}
