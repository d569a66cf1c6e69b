package io.bellamy.data;

import io.bellamy.data.Template.BadValue;
import io.bellamy.job.PropertyValue;
import io.bellamy.job.Run;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** Reads a run from a row, cell by cell. */
final class RowReader {

    private static final int MOST_MACHINES = 1_000_000;

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("[' ']['T']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX]")
            .toFormatter(Locale.ROOT);

    private final AlgorithmDescriptor descriptor;
    private final ValueRules rules;

    RowReader(AlgorithmDescriptor descriptor, ValueRules rules) {
        this.descriptor = descriptor;
        this.rules = rules;
    }

    /**
     * The run of a row, unless it is not of the algorithm or something is wrong with it.
     *
     * @param bad is told of every bad cell
     */
    Optional<Run> read(CSVRecord row, Set<String> bad) {
        if (!read(() -> belongs(row), bad).orElse(true)) {
            return Optional.empty();
        }
        Optional<Integer> scaleOut = read(() -> scaleOut(row), bad);
        Optional<Double> runtime = read(() -> runtime(row), bad);
        Optional<LocalDate> measured = read(() -> measured(row), bad).flatMap(day -> day);
        Map<String, String> properties = new LinkedHashMap<>();
        descriptor.properties().forEach((property, source) -> read(
                        () -> property(property, source, row, scaleOut.orElse(1)), bad)
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> properties.put(property, value)));
        return bad.isEmpty()
                ? Optional.of(new Run(scaleOut.orElseThrow(), runtime.orElseThrow(), properties, measured))
                : Optional.empty();
    }

    /** Something that is read from a row. */
    @FunctionalInterface
    private interface Reading<T> {
        T get() throws BadValue;
    }

    /** What is read, or nothing and one more message, so that every bad cell of a row is found. */
    private static <T> Optional<T> read(Reading<T> reading, Set<String> bad) {
        try {
            return Optional.of(reading.get());
        } catch (BadValue e) {
            bad.add(e.getMessage());
            return Optional.empty();
        }
    }

    private boolean belongs(CSVRecord row) throws BadValue {
        if (descriptor.rows().isEmpty()) {
            return true;
        }
        AlgorithmDescriptor.RowFilter rows = descriptor.rows().get();
        return PropertyValue.same(cell(row, rows.column()), rows.value());
    }

    private int scaleOut(CSVRecord row) throws BadValue {
        String text = cell(row, descriptor.scaleOut());
        return Numbers.parse(text)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.compareTo(BigDecimal.ONE) >= 0
                        && number.compareTo(BigDecimal.valueOf(MOST_MACHINES)) <= 0)
                .orElseThrow(() -> new BadValue(
                        descriptor.scaleOut(), text, "a whole number of machines from 1 to " + MOST_MACHINES))
                .intValueExact();
    }

    private double runtime(CSVRecord row) throws BadValue {
        String text = cell(row, descriptor.runtime());
        double seconds = Numbers.parse(text)
                .map(number -> descriptor.runtimeUnit().toSeconds(number))
                .orElse(Double.NaN);
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            throw new BadValue(descriptor.runtime(), text, "a number above 0");
        }
        return seconds;
    }

    /** The day; of a time with an offset the day there. */
    private Optional<LocalDate> measured(CSVRecord row) throws BadValue {
        if (descriptor.measuredAt().isEmpty()) {
            return Optional.empty();
        }
        String column = descriptor.measuredAt().get();
        String text = cell(row, column);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text, TIME));
        } catch (DateTimeParseException e) {
            throw new BadValue(column, text, "a date or time as 2026-01-31 or 2026-01-31T23:59:59Z");
        }
    }

    private String property(String property, PropertySource source, CSVRecord row, int scaleOut) throws BadValue {
        String text = source.text().fill(column -> cell(row, column));
        String place = String.join(", ", source.text().columns());
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
        BigDecimal number = Numbers.parse(text).orElseThrow(() -> new BadValue(place, text, "a number"));
        BigDecimal megabytes =
                source.unit().map(unit -> unit.toMegabytes(number)).orElse(number);
        return Numbers.plain(source.perNode() ? megabytes.multiply(BigDecimal.valueOf(scaleOut)) : megabytes);
    }

    private static String cell(CSVRecord row, String column) throws BadValue {
        if (!row.isSet(column)) {
            throw new BadValue(column, "", "there; the row ends before it");
        }
        return row.get(column);
    }
}
