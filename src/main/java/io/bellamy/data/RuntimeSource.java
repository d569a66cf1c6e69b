package io.bellamy.data;

import java.util.List;

/** Where the runtime of a run comes from. */
sealed interface RuntimeSource {

    /** The columns that are read. */
    List<String> columns();

    /** Those of them that hold numbers. */
    List<String> numericColumns();

    /** A column has it. */
    record Taken(String column, TimeForm form) implements RuntimeSource {

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public List<String> numericColumns() {
            return List.of(column);
        }
    }

    /**
     * It is the time between two.
     *
     * @param start the column with the time when the run began
     * @param end the column with that when it ended
     * @param form how both are written
     */
    record Between(String start, String end, MomentForm form) implements RuntimeSource {

        @Override
        public List<String> columns() {
            return List.of(start, end);
        }

        @Override
        public List<String> numericColumns() {
            return form.isNumeric() ? columns() : List.of();
        }
    }
}
