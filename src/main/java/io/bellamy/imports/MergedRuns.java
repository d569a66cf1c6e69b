package io.bellamy.imports;

import io.bellamy.imports.RunRow.RunKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The runs that are there with those that were read: a run that was read again takes the place of its row, new ones come
 * behind. However many are there, they are read from the file each time and not held.
 */
final class MergedRuns {

    private final RunsTable there;
    private final Map<RunKey, RunRow> read;
    private final Set<RunKey> replaced = new HashSet<>();
    private final List<RunRow> copies;
    private long unchanged;

    MergedRuns(RunsTable there, ReadRuns runs) {
        this.there = there;
        this.read = new HashMap<>(runs.rows());
        this.copies = new ArrayList<>(runs.copies());
        there.read(row -> {
            RunRow again = read.get(row.key());
            if (again == null) {
                unchanged++;
            } else if (again.isOfTheSame(row)) {
                read.remove(row.key());
                unchanged++;
            } else if (keeps(row, again)) {
                copies.add(read.remove(row.key()));
                unchanged++;
            } else {
                replaced.add(row.key());
            }
        });
    }

    /** What is there from another log stays unless the new one says more. */
    private static boolean keeps(RunRow row, RunRow again) {
        boolean sameLog = row.text(RunColumn.LOG).equals(again.text(RunColumn.LOG));
        return !sameLog && !again.saysMoreThan(row) && row.text(RunColumn.RULES).equals(again.text(RunColumn.RULES));
    }

    void each(Consumer<RunRow> taker) {
        there.read(row -> taker.accept(read.getOrDefault(row.key(), row)));
        List<RunRow> added = new ArrayList<>();
        read.forEach((key, row) -> {
            if (!replaced.contains(key)) {
                added.add(row);
            }
        });
        added.sort(Comparator.comparing((RunRow row) -> row.text(RunColumn.STARTED))
                .thenComparing(row -> row.text(RunColumn.APPLICATION))
                .thenComparing(row -> row.text(RunColumn.ATTEMPT)));
        added.forEach(taker);
    }

    /** The runs whose rows are new or others now. */
    Set<RunKey> changed() {
        return Set.copyOf(read.keySet());
    }

    /** The logs of runs that another log says as much of. */
    List<RunRow> copies() {
        return copies;
    }

    RunCounts counts() {
        return new RunCounts(read.size() - replaced.size(), replaced.size(), unchanged, copies.size());
    }
}
