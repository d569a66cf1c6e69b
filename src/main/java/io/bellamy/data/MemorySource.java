package io.bellamy.data;

import io.bellamy.job.MemoryUse.PeakOf;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where it stands how runs got along with their memory.
 *
 * @param rows which rows tell of it: those that fulfil all of these; without them those of the algorithm
 * @param spilled which of them are runs that ended well but were short of memory; of one whose cell is blank nobody knows
 * @param died which of them failed for want of memory: those that fulfil all of these
 * @param failed which of them failed, and nobody knows why
 * @param peak the most memory that was used
 */
record MemorySource(
        Optional<List<Condition>> rows,
        Optional<Condition> spilled,
        List<Condition> died,
        List<Condition> failed,
        Optional<PeakColumn> peak) {

    /** A column with the most memory that was used, how it is written, and what it is that of. */
    record PeakColumn(String column, SizeForm unit, PeakOf of) {}

    MemorySource {
        rows = rows.map(List::copyOf);
        died = List.copyOf(died);
        failed = List.copyOf(failed);
    }

    /** The same for the rows of one job only. */
    MemorySource of(Condition.OfJob job) {
        return new MemorySource(
                rows.map(own -> Stream.concat(Stream.of(job), own.stream()).toList()), spilled, died, failed, peak);
    }

    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        conditions().forEach(condition -> columns.add(condition.column()));
        peak.ifPresent(most -> columns.add(most.column()));
        return columns;
    }

    Set<String> numericColumns() {
        Set<String> columns = new LinkedHashSet<>();
        conditions().filter(Condition::isNumeric).forEach(condition -> columns.add(condition.column()));
        peak.ifPresent(most -> columns.add(most.column()));
        return columns;
    }

    private Stream<Condition> conditions() {
        return Stream.of(rows.stream().flatMap(List::stream), spilled.stream(), died.stream(), failed.stream())
                .flatMap(some -> some);
    }
}
