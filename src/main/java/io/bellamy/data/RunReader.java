package io.bellamy.data;

import io.bellamy.data.Template.BadValue;
import io.bellamy.job.PropertyValue;
import io.bellamy.job.Run;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Reads the runs of an algorithm from a file with separated columns. Nothing is guessed: all bad rows are listed. */
final class RunReader {

    private static final long LARGEST = 256L << 20;
    private static final int LISTED_ROWS = 20;
    private static final int MOST_MACHINES = 1_000_000;

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("[' ']['T']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX]")
            .toFormatter(Locale.ROOT);

    private final Path file;
    private final String name;
    private final AlgorithmDescriptor descriptor;
    private final ValueRules rules;
    private final Problems problems = new Problems(LISTED_ROWS);

    RunReader(Path file, AlgorithmDescriptor descriptor, ValueRules rules) {
        this.file = file;
        this.name = Quoted.line(file.toString());
        this.descriptor = descriptor;
        this.rules = rules;
    }

    /**
     * Reads the file.
     *
     * @throws NothingToWorkWithException if it does not exist or has no run of the algorithm
     * @throws InvalidInputException with all bad rows
     */
    List<Run> read() {
        if (!Files.isRegularFile(file)) {
            throw new NothingToWorkWithException(
                    name + (Files.isDirectory(file) ? ": is a folder, not a file" : ": there is no such file"));
        }
        List<Run> runs = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(descriptor.separator())
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .get();
        try (BufferedReader reader = open();
                CSVParser parser = CSVParser.parse(reader, format)) {
            List<String> columns = parser.getHeaderNames();
            if (columns.isEmpty()) {
                throw new NothingToWorkWithException(Quoted.plain(file) + ": is empty");
            }
            checkColumns(columns);
            for (CSVRecord row : parser) {
                read(row, parser.getCurrentLineNumber(), columns.size()).ifPresent(runs::add);
            }
        } catch (UncheckedIOException e) {
            throw noTable(e.getCause());
        } catch (IOException | IllegalArgumentException e) {
            throw noTable(e);
        }
        problems.throwIfAny();
        if (runs.isEmpty()) {
            throw new NothingToWorkWithException(name + ": has no run"
                    + descriptor
                            .rows()
                            .map(rows -> " with " + Quoted.plain(rows.column()) + " " + Quoted.of(rows.value()))
                            .orElse(""));
        }
        return descriptor.outliers().apply(runs);
    }

    private InvalidInputException noTable(Exception e) {
        return new InvalidInputException(
                e instanceof CharacterCodingException
                        ? name + ": is not UTF-8 text"
                        : name + ": can't be read as a table: " + Quoted.line(e.getMessage()));
    }

    private BufferedReader open() throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new InvalidInputException(name + ": is larger than " + LARGEST + " bytes");
        }
        BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private void checkColumns(List<String> present) {
        Set<String> needed = new LinkedHashSet<>(List.of(descriptor.scaleOut(), descriptor.runtime()));
        descriptor.rows().ifPresent(rows -> needed.add(rows.column()));
        descriptor.measuredAt().ifPresent(needed::add);
        descriptor
                .properties()
                .values()
                .forEach(source -> needed.addAll(source.text().columns()));
        needed.removeAll(present);
        needed.forEach(column -> problems.add(name + ":1: column " + Quoted.of(column) + " is missing; there are "
                + Quoted.plain(String.join(", ", present))));
        problems.throwIfAny();
    }

    private Optional<Run> read(CSVRecord row, long line, int columns) {
        if (row.size() > columns) {
            // which cell is one too many can't be told, so none of them can be trusted
            problems.add(name + ":" + line + ": must have no more cells than the header, " + columns + ", but has "
                    + row.size());
            return Optional.empty();
        }
        Set<String> bad = new LinkedHashSet<>();
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
        if (!bad.isEmpty()) {
            problems.add(name + ":" + line + ": " + String.join("; ", bad));
            return Optional.empty();
        }
        return Optional.of(new Run(scaleOut.orElseThrow(), runtime.orElseThrow(), properties, measured));
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
