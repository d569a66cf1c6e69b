package io.bellamy.launch;

import io.bellamy.job.Role;
import io.bellamy.job.ScaleOutUnit;
import io.bellamy.problem.Counted;
import io.bellamy.recommendation.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How large the executors of Spark may be on the machines of a cluster.
 *
 * @param perMachine how many run on each
 * @param cores of each, where the slots of a machine are known
 * @param mebibytes of heap of each, which Spark writes with {@code m}, where the memory of a machine is known and enough
 * @param overhead MiB beside the heap, where that is known and there is any
 * @param notes what is left out or rounded, and why
 */
public record ExecutorSize(
        int perMachine, OptionalInt cores, OptionalInt mebibytes, OptionalInt overhead, List<String> notes) {

    private static final String CORES = "executor cores are ";
    static final String MEMORY = "executor memory is ";

    /** Properties are in MB. */
    static final double MB_OF_MIB = 1.048576;

    /** What were whole MiB may have become less by a hair. */
    private static final double ROUNDED = 1e-6;

    /** Spark does not start with less: one and a half times the 300 MiB that it reserves. */
    private static final double LEAST_HEAP = 450;

    /** Executors may have so many cores less than they may at most, where more of a machine's are used so. */
    private static final int FEWER = 2;

    public ExecutorSize {
        notes = List.copyOf(notes);
    }

    /** That on a cluster. */
    static ExecutorSize of(Candidate candidate, LaunchRules rules) {
        if (candidate.answer().counts() != ScaleOutUnit.MACHINES) {
            return KnownExecutor.of(candidate, rules);
        }
        List<String> notes = new ArrayList<>();
        OptionalInt usable = cores(candidate, rules, notes);
        if (usable.isEmpty() || !rules.several()) {
            return sized(candidate, rules, 1, usable, notes);
        }
        int all = usable.getAsInt();
        int cores = all <= rules.coresPerExecutor() ? all : best(all, rules.coresPerExecutor());
        int perMachine = all / cores;
        if (perMachine * cores < all) {
            notes.add(Counted.of(all - perMachine * cores, "core") + " of each machine "
                    + (all - perMachine * cores == 1 ? "stays" : "stay") + " unused: "
                    + Counted.of(perMachine, "executor") + " of " + Counted.of(cores, "core") + " on " + all);
        }
        return sized(candidate, rules, perMachine, OptionalInt.of(cores), notes);
    }

    /** The size that uses most of them; of equal ones the largest. */
    private static int best(int all, int most) {
        int least = Math.max(1, most - FEWER);
        return IntStream.rangeClosed(least, most)
                .boxed()
                .reduce((one, other) -> all / other * other >= all / one * one ? other : one)
                .orElse(most);
    }

    private static ExecutorSize sized(
            Candidate candidate, LaunchRules rules, int perMachine, OptionalInt cores, List<String> notes) {
        OptionalInt heap = mebibytes(candidate, rules, perMachine, notes);
        OptionalInt overhead = heap.isPresent()
                ? OptionalInt.of((int) Math.ceil(rules.overheadOf(heap.getAsInt())))
                : OptionalInt.empty();
        return new ExecutorSize(perMachine, cores, heap, overhead, notes);
    }

    /** Of a machine, as many as there are for executors; of an executor that is counted all. */
    static OptionalInt cores(Candidate candidate, LaunchRules rules, List<String> notes) {
        OptionalDouble slots = perMachine(candidate, Role.SLOTS, CORES, notes);
        if (slots.isEmpty()) {
            return OptionalInt.empty();
        }
        double each = slots.getAsDouble();
        String shared = Counted.of(candidate.scaleOut(), one(candidate))
                + (candidate.scaleOut() == 1 ? " has " : " share ")
                + total(candidate, Role.SLOTS).orElse("") + " " + Counted.noun(each * candidate.scaleOut(), "slot");
        if (each < 1 || each > Integer.MAX_VALUE) {
            notes.add(CORES + "left out: " + shared + ", which is " + (each < 1 ? "less than one" : "too many")
                    + " for each");
            return OptionalInt.empty();
        }
        if (each != Math.rint(each)) {
            notes.add(CORES + "rounded down: " + shared + ", " + number(each) + " each");
        }
        int left = candidate.answer().counts() == ScaleOutUnit.MACHINES ? rules.left() : 0;
        return OptionalInt.of(Math.max(1, (int) each - left));
    }

    private static OptionalInt mebibytes(Candidate candidate, LaunchRules rules, int perMachine, List<String> notes) {
        OptionalDouble memory = perMachine(candidate, Role.MEMORY, MEMORY, notes);
        if (memory.isEmpty()) {
            return OptionalInt.empty();
        }
        double container = memory.getAsDouble() / MB_OF_MIB * rules.share() / perMachine;
        double heap =
                Math.floor(ROUNDED + Math.min(container / (1 + rules.overhead()), container - rules.leastOverhead()));
        return startable(heap, memory.getAsDouble(), notes);
    }

    /** Where Spark starts with a heap, that; else a note. */
    static OptionalInt startable(double heap, double memory, List<String> notes) {
        if (heap >= LEAST_HEAP && heap <= Integer.MAX_VALUE) {
            return OptionalInt.of((int) heap);
        }
        notes.add(MEMORY + "left out: of the " + number(memory) + " MB that there are "
                + (heap < LEAST_HEAP
                        ? number(Math.max(0, heap))
                                + " MiB would remain for an executor, and Spark does not start with less than "
                                + number(LEAST_HEAP)
                        : "more would remain for an executor than Spark can be told"));
        return OptionalInt.empty();
    }

    private static String one(Candidate candidate) {
        return candidate.answer().counts().one();
    }

    static OptionalDouble perMachine(Candidate candidate, Role role, String what, List<String> notes) {
        Optional<String> total = total(candidate, role);
        String property = property(candidate, role).orElse(role.word());
        if (total.isEmpty()) {
            notes.add(what + "left out: " + property
                    + " is not known; give it in optional_properties or optional_properties_per_node");
            return OptionalDouble.empty();
        }
        OptionalDouble amount = candidate.prediction().run().properties().number(property);
        if (amount.isEmpty()) {
            notes.add(what + "left out: " + property + " is no number");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(amount.getAsDouble() / candidate.scaleOut());
    }

    /** Of all machines together. */
    private static Optional<String> total(Candidate candidate, Role role) {
        return property(candidate, role)
                .flatMap(name -> candidate.prediction().run().properties().text(name))
                .filter(text -> !text.isBlank());
    }

    private static Optional<String> property(Candidate candidate, Role role) {
        return candidate.answer().definitions().withRole(role);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
