package io.bellamy.data;

import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.PropertyValue;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import io.bellamy.numerics.DecimalText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a run from a row, cell by cell. */
final class RowReader {

    private static final int MOST_MACHINES = 1_000_000;
    private static final int MOST_ANSWERS = 100_000;

    private final AlgorithmDescriptor descriptor;
    private final ValueRules rules;
    private final PropertyDefinitions definitions;

    /** Most rows share their properties with others, and hold them once. */
    private final Map<PropertyValues, PropertyValues> known = new HashMap<>();

    /** What the values of properties are is found out once. */
    private final Map<Asked, PropertyValue> answers = new HashMap<>();

    private record Asked(String property, String text, int machines) {}

    RowReader(AlgorithmDescriptor descriptor, ValueRules rules, PropertyDefinitions definitions) {
        this.descriptor = descriptor;
        this.rules = rules;
        this.definitions = definitions;
    }

    /**
     * The run of a row, unless it is not of the algorithm or something is wrong with it.
     *
     * @param bad is told of every bad cell
     */
    Optional<Run> read(SourceRow row, Set<String> bad) {
        if (!read(() -> Condition.all(descriptor.rows(), row), bad).orElse(false)) {
            return Optional.empty();
        }
        Optional<Integer> scaleOut = read(() -> scaleOut(row), bad);
        Optional<Double> runtime = read(() -> runtime(row), bad);
        Optional<LocalDate> measured = read(() -> measured(row), bad).flatMap(day -> day);
        boolean stopped = read(() -> stopped(row), bad).orElse(false);
        Map<String, PropertyValue> properties = new LinkedHashMap<>();
        descriptor.properties().forEach((property, source) -> read(
                        () -> property(property, source, row, scaleOut.orElse(1)), bad)
                .filter(value -> !value.text().isEmpty())
                .ifPresent(value -> properties.put(property, value)));
        return bad.isEmpty()
                ? Optional.of(new Run(
                        scaleOut.orElseThrow(),
                        runtime.orElseThrow(),
                        known.computeIfAbsent(new PropertyValues(definitions, properties), same -> same),
                        measured,
                        !stopped))
                : Optional.empty();
    }

    /** Something that is read from a row. */
    @FunctionalInterface
    private interface CellReading<T> {
        T get() throws BadValue;
    }

    /** What is read, or nothing and one more message, so that every bad cell of a row is found. */
    private static <T> Optional<T> read(CellReading<T> reading, Set<String> bad) {
        try {
            return Optional.of(reading.get());
        } catch (BadValue e) {
            bad.add(e.getMessage());
            return Optional.empty();
        }
    }

    private boolean stopped(SourceRow row) throws BadValue {
        return !descriptor.stopped().isEmpty() && Condition.all(descriptor.stopped(), row);
    }

    private int scaleOut(SourceRow row) throws BadValue {
        String text = row.get(descriptor.scaleOut());
        return DecimalText.parse(text)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.compareTo(BigDecimal.ONE) >= 0
                        && number.compareTo(BigDecimal.valueOf(MOST_MACHINES)) <= 0)
                .orElseThrow(() -> BadValue.noNumber(
                        descriptor.scaleOut(), text, "a whole number of machines from 1 to " + MOST_MACHINES))
                .intValueExact();
    }

    private double runtime(SourceRow row) throws BadValue {
        String text = row.get(descriptor.runtime());
        double seconds = DecimalText.parse(text)
                .map(number -> descriptor.runtimeUnit().toSeconds(number))
                .orElse(Double.NaN);
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            throw BadValue.noNumber(descriptor.runtime(), text, "a number above 0");
        }
        return seconds;
    }

    /** The day; of a time with an offset the day there. */
    private Optional<LocalDate> measured(SourceRow row) throws BadValue {
        if (descriptor.measuredAt().isEmpty()) {
            return Optional.empty();
        }
        String column = descriptor.measuredAt().get();
        String text = row.get(column);
        Optional<LocalDate> day = RunTime.day(text);
        if (day.isEmpty() && !text.isEmpty()) {
            throw new BadValue(column, text, RunTime.RULE);
        }
        return day;
    }

    private PropertyValue property(String property, PropertySource source, SourceRow row, int scaleOut)
            throws BadValue {
        String text = source.text().fill(row);
        Asked asked = new Asked(property, text, source.perNode() ? scaleOut : 1);
        PropertyValue value = answers.get(asked);
        if (value == null) {
            value = definitions.value(property, value(property, source, text, scaleOut));
            if (answers.size() < MOST_ANSWERS) {
                answers.put(asked, value);
            }
        }
        return value;
    }

    private String value(String property, PropertySource source, String text, int scaleOut) throws BadValue {
        String place = String.join(", ", source.text().columns());
        if (definitions.kind(property) == PropertyKind.NUMBER
                && !text.isEmpty()
                && DecimalText.parse(text).isEmpty()) {
            throw BadValue.noNumber(place.isEmpty() ? property : place, text, "a number");
        }
        String value = source.isQuantity() && !text.isEmpty() ? quantity(place, text, source, scaleOut) : text;
        if (value.length() > ValueRules.LONGEST) {
            throw new BadValue(place.isEmpty() ? property : place, text, ValueRules.NOT_LONGER);
        }
        Optional<String> objection = rules.objection(property, value);
        if (objection.isPresent()) {
            throw new BadValue(place.isEmpty() ? property : place, text, objection.get());
        }
        return value;
    }

    private static String quantity(String place, String text, PropertySource source, int scaleOut) throws BadValue {
        BigDecimal number = DecimalText.parse(text).orElseThrow(() -> BadValue.noNumber(place, text, "a number"));
        BigDecimal megabytes =
                source.unit().map(unit -> unit.toMegabytes(number)).orElse(number);
        return Numbers.plain(source.perNode() ? megabytes.multiply(BigDecimal.valueOf(scaleOut)) : megabytes);
    }
}
