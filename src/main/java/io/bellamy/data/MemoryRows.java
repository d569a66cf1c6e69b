package io.bellamy.data;

import io.bellamy.job.MemoryUse;
import io.bellamy.job.Run;
import io.bellamy.problem.Counted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what the rows of a file tell of memory. */
final class MemoryRows {

    private final Optional<MemoryReader> reader;
    private final List<MemoryUse> uses = new ArrayList<>();
    private int unreadable;
    private Optional<SourceRow> first = Optional.empty();
    private String said = "";

    /** Of the rows of an algorithm. */
    MemoryRows(AlgorithmDescriptor descriptor, RowReader reader) {
        this.reader = descriptor.memory().map(source -> new MemoryReader(source, descriptor.rows(), reader));
    }

    /**
     * Takes the row of a run that died or failed, which is then no run otherwise. What else such a row lacks, since it came to
     * nothing, is no reason to refuse all others: it is counted and told.
     *
     * @throws BadValue if it can't be told whether it is one
     */
    boolean takesLost(SourceRow row) throws BadValue {
        if (reader.isEmpty() || !reader.get().isLost(row)) {
            return false;
        }
        Set<String> bad = new LinkedHashSet<>();
        reader.get().lost(row, bad).ifPresent(uses::add);
        if (!bad.isEmpty() && unreadable++ == 0) {
            first = Optional.of(row);
            said = String.join("; ", bad);
        }
        return true;
    }

    /** Takes what a run tells besides. */
    void take(SourceRow row, Run run, Set<String> bad) {
        reader.flatMap(memory -> memory.beside(row, run, bad)).ifPresent(uses::add);
    }

    /** All that was told. */
    List<MemoryUse> uses() {
        return uses;
    }

    /** What there is to say of a file. */
    List<String> warnings(String file) {
        return first.stream()
                .map(row -> row.place(file) + ": " + said + "; it failed, and nothing is learned from it about memory"
                        + (unreadable > 1 ? " (" + Counted.of(unreadable, "such row") + ")" : ""))
                .toList();
    }
}
