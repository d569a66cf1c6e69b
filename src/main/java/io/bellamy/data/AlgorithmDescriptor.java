package io.bellamy.data;

import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.ScaleOutUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the runs of one algorithm are read from a file.
 *
 * @param form the file and how it is written
 * @param rows which rows belong to the algorithm: those that fulfil all of these
 * @param scaleOut the column with the number of machines, or of what else is counted
 * @param counts what it counts
 * @param runtime where the runtime comes from
 * @param stopped which of them are runs that were stopped, so that they would have taken longer: those that fulfil all of
 *     these; none where there is no condition
 * @param measuredAt the column with the time of the run, where there is one
 * @param outliers what happens to outliers
 * @param properties where each property comes from, by name
 * @param memory where it stands how runs got along with their memory, where anything does
 * @param made the columns that the file does not have itself
 */
record AlgorithmDescriptor(
        TableForm form,
        List<Condition> rows,
        String scaleOut,
        ScaleOutUnit counts,
        RuntimeSource runtime,
        List<Condition> stopped,
        Optional<MeasuredColumn> measuredAt,
        OutlierRule outliers,
        Map<String, PropertySource> properties,
        Optional<MemorySource> memory,
        MadeColumns made) {

    AlgorithmDescriptor {
        rows = List.copyOf(rows);
        stopped = List.copyOf(stopped);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** The same for the rows of one job only. */
    AlgorithmDescriptor of(Condition.OfJob job) {
        return new AlgorithmDescriptor(
                form,
                Stream.concat(Stream.of(job), rows.stream()).toList(),
                scaleOut,
                counts,
                runtime,
                stopped,
                measuredAt,
                outliers,
                properties,
                memory.map(source -> source.of(job)),
                made);
    }

    /** What the algorithm is called in the file, where its name is made of that. */
    Optional<String> job() {
        return rows.stream()
                .filter(Condition.OfJob.class::isInstance)
                .map(condition -> ((Condition.OfJob) condition).job())
                .findFirst();
    }

    /** The condition that every row must fulfil before anything else is asked of it, where it is one of names in the file. */
    Optional<Condition> naming() {
        Optional<Condition> first = rows.stream()
                .findFirst()
                .filter(condition -> !condition.names().isEmpty() && !made.isMade(condition.column()));
        // other rows may tell of memory
        return first.filter(condition -> memory.flatMap(MemorySource::rows)
                .map(own -> own.stream().findFirst().equals(first))
                .orElse(true));
    }

    /** The columns that are used, made ones and those that they are made of among them. */
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(List.of(scaleOut));
        columns.addAll(runtime.columns());
        conditions().forEach(condition -> columns.add(condition.column()));
        measuredAt.ifPresent(measured -> columns.add(measured.column()));
        properties.values().forEach(source -> columns.addAll(source.text().columns()));
        memory.ifPresent(source -> columns.addAll(source.columns()));
        return made.closure(columns);
    }

    /** Those of them that must hold numbers, or amounts with their units. */
    Set<String> numericColumns(PropertyDefinitions definitions) {
        Set<String> columns = new LinkedHashSet<>(List.of(scaleOut));
        columns.addAll(runtime.numericColumns());
        measuredAt
                .filter(measured -> measured.form().isNumeric())
                .ifPresent(measured -> columns.add(measured.column()));
        made.computed().values().forEach(formula -> columns.addAll(formula.columns()));
        conditions().filter(Condition::isNumeric).forEach(condition -> columns.add(condition.column()));
        memory.ifPresent(source -> columns.addAll(source.numericColumns()));
        properties.forEach((name, source) -> columns.addAll(
                source.isQuantity() || definitions.kind(name) == PropertyKind.NUMBER
                        ? source.text().columns()
                        : source.text().numericColumns()));
        return columns;
    }

    private Stream<Condition> conditions() {
        return Stream.concat(rows.stream(), stopped.stream());
    }
}
