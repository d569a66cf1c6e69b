package io.bellamy.data;

import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.PropertyValue;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import io.bellamy.numerics.DecimalText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a run from a row, cell by cell. */
final class RowReader {

    static final int MOST_MACHINES = 1_000_000;
    private static final int MOST_ANSWERS = 100_000;

    private final AlgorithmDescriptor descriptor;
    private final RuntimeReader runtime;
    private final ValueRules rules;
    private final PropertyDefinitions definitions;

    /** Most rows share their properties with others, and hold them once. */
    private final Map<PropertyValues, PropertyValues> known = new HashMap<>();

    /** What the values of properties are is found out once. */
    private final Map<String, Map<String, PropertyValue>> answers = new HashMap<>();

    private int answered;

    RowReader(AlgorithmDescriptor descriptor, ValueRules rules, PropertyDefinitions definitions) {
        this.descriptor = descriptor;
        this.runtime = new RuntimeReader(descriptor.runtime());
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
        Optional<Double> seconds = read(() -> runtime.seconds(row), bad);
        Optional<LocalDate> measured = read(() -> measured(row), bad).flatMap(day -> day);
        boolean stopped = read(() -> stopped(row), bad).orElse(false);
        Optional<PropertyValues> properties = properties(row, scaleOut, bad);
        return bad.isEmpty()
                ? properties.map(
                        values -> new Run(scaleOut.orElseThrow(), seconds.orElseThrow(), values, measured, !stopped))
                : Optional.empty();
    }

    /** On how many machines a run was, and what else is known of it. */
    record RowSetting(int scaleOut, PropertyValues properties) {}

    /**
     * The setting of a row, unless something is wrong with it.
     *
     * @param bad is told of every bad cell
     */
    Optional<RowSetting> setting(SourceRow row, Set<String> bad) {
        Optional<Integer> scaleOut = read(() -> scaleOut(row), bad);
        return properties(row, scaleOut, bad)
                .flatMap(values -> scaleOut.map(machines -> new RowSetting(machines, values)));
    }

    private Optional<PropertyValues> properties(SourceRow row, Optional<Integer> scaleOut, Set<String> bad) {
        Map<String, PropertyValue> properties = new LinkedHashMap<>();
        descriptor.properties().forEach((property, source) -> read(
                        () -> property(property, source, row, scaleOut.orElse(1)), bad)
                .filter(value -> !value.text().isEmpty())
                .ifPresent(value -> properties.put(property, value)));
        return bad.isEmpty()
                ? Optional.of(known.computeIfAbsent(new PropertyValues(definitions, properties), same -> same))
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
                        descriptor.scaleOut(),
                        text,
                        "a whole number of " + descriptor.counts() + " from 1 to " + MOST_MACHINES))
                .intValueExact();
    }

    private Optional<LocalDate> measured(SourceRow row) throws BadValue {
        return descriptor.measuredAt().isPresent()
                ? descriptor.measuredAt().get().day(row)
                : Optional.empty();
    }

    private PropertyValue property(String property, PropertySource source, SourceRow row, int scaleOut)
            throws BadValue {
        String text = source.text().fill(row);
        Map<String, PropertyValue> known = answers.computeIfAbsent(property, name -> new HashMap<>());
        String asked = source.perNode() ? scaleOut + " " + text : text;
        PropertyValue value = known.get(asked);
        if (value == null) {
            value = definitions.value(property, value(property, source, text, scaleOut));
            if (answered < MOST_ANSWERS) {
                known.put(asked, value);
                answered++;
            }
        }
        return value;
    }

    private String value(String property, PropertySource source, String text, int scaleOut) throws BadValue {
        String place = String.join(", ", source.text().columns());
        String named = place.isEmpty() ? property : place;
        String value = text.isEmpty() || !isNumber(property, source) ? text : number(named, text, source, scaleOut);
        if (value.length() > ValueRules.LONGEST) {
            throw new BadValue(named, text, ValueRules.NOT_LONGER);
        }
        Optional<String> objection = rules.objection(property, value);
        if (objection.isPresent()) {
            throw new BadValue(named, text, objection.get());
        }
        return value;
    }

    private boolean isNumber(String property, PropertySource source) {
        return source.isQuantity() || definitions.kind(property) == PropertyKind.NUMBER;
    }

    /** What is no amount stays as it is written. */
    private static String number(String named, String text, PropertySource source, int scaleOut) throws BadValue {
        BigDecimal number = source.unit()
                .map(unit -> unit.megabytes(text))
                .orElseGet(() -> DecimalText.parse(text))
                .orElseThrow(() -> new BadValue(
                        named,
                        text,
                        source.unit()
                                .map(unit -> unit.rule(text))
                                .orElseGet(() -> "a number" + DecimalText.hint(text))));
        if (!source.isQuantity()) {
            return text;
        }
        // before it is that of the cluster: machines of one size are that at all scale-outs
        BigDecimal rounded = source.digits()
                .map(digits -> number.round(new MathContext(digits)))
                .orElse(number);
        return Numbers.plain(source.perNode() ? rounded.multiply(BigDecimal.valueOf(scaleOut)) : rounded);
    }
}
