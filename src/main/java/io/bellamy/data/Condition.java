package io.bellamy.data;

import io.bellamy.job.PropertyKind;
import io.bellamy.numerics.DecimalText;
import io.bellamy.problem.Quoted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a row must be like to be one of some. */
sealed interface Condition {

    /** The column that is looked at. */
    String column();

    /** Must the column hold numbers? */
    boolean isNumeric();

    /**
     * Does a row fulfil it?
     *
     * @throws BadValue if that can't be told
     */
    boolean holds(SourceRow row) throws BadValue;

    /** What such rows have, to stand behind "with". */
    String words();

    /**
     * The names one of which must stand there; none where it asks for something else. A row where another one stands neither fulfils
     * it nor nearly does.
     */
    default List<String> names() {
        return List.of();
    }

    /** What seems to be meant by a row that does not fulfil it, but nearly does; empty where nothing is in doubt. */
    default Optional<String> doubt(SourceRow row) throws BadValue {
        return Optional.empty();
    }

    /** Does a row fulfil all of some? What stands first is asked first, so that it can keep rows from the others. */
    static boolean all(List<Condition> conditions, SourceRow row) throws BadValue {
        for (Condition condition : conditions) {
            if (!condition.holds(row)) {
                return false;
            }
        }
        return true;
    }

    /**
     * One of these values stands there.
     *
     * @param kind when two values mean the same
     */
    record Equal(String column, List<String> values, PropertyKind kind) implements Condition {

        public Equal {
            values = List.copyOf(values);
        }

        @Override
        public boolean isNumeric() {
            return kind == PropertyKind.NUMBER;
        }

        @Override
        public boolean holds(SourceRow row) throws BadValue {
            return isOneOf(row.get(column), values, kind);
        }

        @Override
        public List<String> names() {
            return kind == PropertyKind.NAME ? values : List.of();
        }

        @Override
        public String words() {
            return Quoted.plain(column) + " " + listed(values);
        }

        @Override
        public Optional<String> doubt(SourceRow row) throws BadValue {
            String cell = row.get(column);
            return isOneOf(cell, values, kind)
                    ? Optional.empty()
                    : otherCase(cell, values)
                            .map(value -> "column " + Quoted.of(column) + ": " + Quoted.of(cell) + " is not taken for "
                                    + Quoted.of(value) + ", whose capitals are others");
        }
    }

    /** The name of the job stands there, letter by letter, as the job's algorithm is made of it. */
    record OfJob(String column, String job) implements Condition {

        @Override
        public boolean isNumeric() {
            return false;
        }

        @Override
        public boolean holds(SourceRow row) throws BadValue {
            return PropertyKind.NAME.same(row.get(column), job);
        }

        @Override
        public List<String> names() {
            return List.of(job);
        }

        @Override
        public String words() {
            return Quoted.plain(column) + " " + Quoted.of(job);
        }
    }

    /**
     * None of these values stands there. One that differs in capitals alone, as {@code True} from {@code true}, is a bad value: what
     * was to be left out would stay.
     *
     * @param kind when two values mean the same
     */
    record Different(String column, List<String> values, PropertyKind kind) implements Condition {

        public Different {
            values = List.copyOf(values);
        }

        @Override
        public boolean isNumeric() {
            return kind == PropertyKind.NUMBER;
        }

        @Override
        public boolean holds(SourceRow row) throws BadValue {
            String cell = row.get(column);
            if (isOneOf(cell, values, kind)) {
                return false;
            }
            Optional<String> other = otherCase(cell, values);
            if (other.isPresent()) {
                throw new BadValue(
                        column,
                        cell,
                        "written as the " + Quoted.of(other.get()) + " that is left out, or be listed too");
            }
            return true;
        }

        @Override
        public String words() {
            return Quoted.plain(column) + " other than " + listed(values);
        }
    }

    /** A number in a range stands there. */
    record Within(String column, NumberRange range) implements Condition {

        @Override
        public boolean isNumeric() {
            return true;
        }

        @Override
        public boolean holds(SourceRow row) throws BadValue {
            String cell = row.get(column);
            Optional<BigDecimal> number = DecimalText.parse(cell);
            if (number.isEmpty()) {
                throw BadValue.noNumber(
                        column,
                        cell,
                        "a number"
                                + (cell.isEmpty()
                                        ? ", or a condition before must leave such rows out (blank: false)"
                                        : ""));
            }
            return range.contains(number.get());
        }

        @Override
        public String words() {
            return Quoted.plain(column) + " " + range.words();
        }
    }

    /** Nothing stands there, or something does. */
    record Blank(String column, boolean blank) implements Condition {

        @Override
        public boolean isNumeric() {
            return false;
        }

        @Override
        public boolean holds(SourceRow row) throws BadValue {
            return row.get(column).isEmpty() == blank;
        }

        @Override
        public String words() {
            return Quoted.plain(column) + (blank ? " blank" : " not blank");
        }
    }

    private static boolean isOneOf(String cell, List<String> values, PropertyKind kind) {
        return values.stream().anyMatch(value -> kind.same(cell, value));
    }

    private static Optional<String> otherCase(String cell, List<String> values) {
        return values.stream().filter(cell::equalsIgnoreCase).findFirst();
    }

    private static String listed(List<String> values) {
        return values.stream().map(Quoted::of).collect(Collectors.joining(" or "));
    }
}
