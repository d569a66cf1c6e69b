package io.bellamy.launch;

import io.bellamy.job.Role;
import io.bellamy.recommendation.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Executors where the scale-out counts them: they are to be as large as those of the runs that the answer rests on, so nothing of
 * them is left to anybody.
 */
final class KnownExecutor {

    private static final String ENVIRONMENT = "environment";

    /** Here executors have no containers, so the memory of one is its heap. */
    private static final Set<String> WITHOUT_CONTAINERS = Set.of("standalone", "local");

    /** Memory was rounded to MB. */
    private static final double ROUNDED = 0.5;

    private KnownExecutor() {}

    static ExecutorSize of(Candidate candidate, LaunchRules rules) {
        List<String> notes = new ArrayList<>();
        OptionalInt cores = ExecutorSize.cores(candidate, rules, notes);
        OptionalDouble memory = ExecutorSize.perMachine(candidate, Role.MEMORY, ExecutorSize.MEMORY, notes);
        if (memory.isEmpty()) {
            return new ExecutorSize(1, cores, OptionalInt.empty(), OptionalInt.empty(), notes);
        }
        boolean contained = Optional.of(ENVIRONMENT)
                .flatMap(candidate.prediction().run().properties()::text)
                .filter(WITHOUT_CONTAINERS::contains)
                .isEmpty();
        OptionalInt heap = ExecutorSize.startable(
                heap((memory.getAsDouble() + ROUNDED) / ExecutorSize.MB_OF_MIB, rules, contained),
                memory.getAsDouble(),
                notes);
        return new ExecutorSize(
                1,
                cores,
                heap,
                contained && heap.isPresent()
                        ? OptionalInt.of((int) Math.ceil(rules.overheadOf(heap.getAsInt())))
                        : OptionalInt.empty(),
                notes);
    }

    /** The largest whole heap that fits into so many MiB, with the overhead that Spark adds, which it rounds down. */
    private static double heap(double mebibytes, LaunchRules rules, boolean contained) {
        if (!contained) {
            return Math.floor(mebibytes);
        }
        double heap = Math.floor(Math.min(mebibytes - rules.leastOverhead(), mebibytes / (1 + rules.overhead()) + 1));
        while (heap > 0 && heap + Math.floor(rules.overheadOf(heap)) > mebibytes) {
            heap--;
        }
        return heap;
    }
}
