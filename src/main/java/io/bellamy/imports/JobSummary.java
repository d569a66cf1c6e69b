package io.bellamy.imports;

import io.bellamy.grouping.ArgumentChoice.ChosenArgument;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * An algorithm of the data set after an import.
 *
 * @param algorithm its name
 * @param job the name of the job as logs or rules have it
 * @param runs to learn from, by scale-out
 * @param sizes how many different sizes of data they have, 0 where these are unknown
 * @param machineTypes that they ran on, as far as that is known
 * @param dynamic how many of them had executors come and go
 * @param arguments of the job, and which of them tell its runs apart
 */
public record JobSummary(
        String algorithm,
        String job,
        Map<Integer, Long> runs,
        int sizes,
        Set<String> machineTypes,
        long dynamic,
        List<ChosenArgument> arguments) {

    /** So many different values are counted. */
    private static final int MOST = 1000;

    public JobSummary {
        runs = Collections.unmodifiableMap(new TreeMap<>(runs));
        machineTypes = Collections.unmodifiableSet(new TreeSet<>(machineTypes));
        arguments = List.copyOf(arguments);
    }

    /** How many runs there are to learn from. */
    public long count() {
        return runs.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Counts the runs of an algorithm. */
    static final class Tally {

        private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,7}");

        private final String job;
        private final Map<Integer, Long> runs = new TreeMap<>();
        private final Set<String> sizes = new TreeSet<>();
        private final Set<String> machineTypes = new TreeSet<>();
        private long dynamic;
        private long withSize;
        private long withoutSize;

        Tally(String job) {
            this.job = job;
        }

        String job() {
            return job;
        }

        void addSize(boolean known) {
            withSize += known ? 1 : 0;
            withoutSize += known ? 0 : 1;
        }

        /** Do most runs have a size? */
        boolean isSized() {
            return withSize >= withoutSize;
        }

        void add(RunRow row) {
            row.known(RunColumn.SCALE_OUT)
                    .filter(SHORT_NUMBER.asMatchPredicate())
                    .ifPresent(text -> {
                        Integer number = Integer.valueOf(text);
                        if (runs.size() < MOST || runs.containsKey(number)) {
                            runs.merge(number, 1L, Long::sum);
                        }
                    });
            row.known(RunColumn.DATA_SIZE_MB)
                    .filter(size -> sizes.size() < MOST)
                    .ifPresent(sizes::add);
            row.known(RunColumn.MACHINE_TYPE)
                    .filter(type -> machineTypes.size() < MOST)
                    .ifPresent(machineTypes::add);
            dynamic += row.text(RunColumn.DYNAMIC).equals("true") ? 1 : 0;
        }

        JobSummary summary(String algorithm, List<ChosenArgument> arguments) {
            return new JobSummary(algorithm, job, runs, sizes.size(), machineTypes, dynamic, arguments);
        }
    }
}
