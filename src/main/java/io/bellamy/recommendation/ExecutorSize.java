package io.bellamy.recommendation;

import io.bellamy.job.Role;
import io.bellamy.problem.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How large the executors of Spark may be if one runs on each machine.
 *
 * @param cores of each, where the slots of a machine are known
 * @param megabytes of heap of each, where the memory of a machine is known and enough
 * @param notes what is left out or rounded, and why
 */
public record ExecutorSize(OptionalInt cores, OptionalInt megabytes, List<String> notes) {

    /** What Amazon EMR gives YARN of a machine. */
    private static final double YARN_SHARE = 0.75;

    private static final double WITH_OVERHEAD = 1.1;
    private static final double LEAST_OVERHEAD = 384;

    /** Spark does not start with less: one and a half times the 300 MB that it reserves. */
    private static final double LEAST_HEAP = 450;

    public ExecutorSize {
        notes = List.copyOf(notes);
    }

    /** That of a cluster. */
    public static ExecutorSize of(Candidate candidate) {
        List<String> notes = new ArrayList<>();
        return new ExecutorSize(cores(candidate, notes), megabytes(candidate, notes), notes);
    }

    private static OptionalInt cores(Candidate candidate, List<String> notes) {
        OptionalDouble slots = perMachine(candidate, Role.SLOTS, "--executor-cores", notes);
        if (slots.isEmpty()) {
            return OptionalInt.empty();
        }
        double each = slots.getAsDouble();
        String shared = Counted.of(candidate.scaleOut(), "machine") + (candidate.scaleOut() == 1 ? " has " : " share ")
                + total(candidate, Role.SLOTS).orElse("") + " " + Counted.noun(each * candidate.scaleOut(), "slot");
        if (each < 1 || each > Integer.MAX_VALUE) {
            notes.add("--executor-cores is left out: " + shared + ", which is "
                    + (each < 1 ? "less than one" : "too many") + " for each");
            return OptionalInt.empty();
        }
        if (each != Math.rint(each)) {
            notes.add("--executor-cores is rounded down: " + shared + ", " + number(each) + " each");
        }
        return OptionalInt.of((int) each);
    }

    private static OptionalInt megabytes(Candidate candidate, List<String> notes) {
        OptionalDouble memory = perMachine(candidate, Role.MEMORY, "--executor-memory", notes);
        if (memory.isEmpty()) {
            return OptionalInt.empty();
        }
        double container = memory.getAsDouble() * YARN_SHARE;
        double heap = Math.floor(Math.min(container / WITH_OVERHEAD, container - LEAST_OVERHEAD));
        if (heap >= LEAST_HEAP && heap <= Integer.MAX_VALUE) {
            return OptionalInt.of((int) heap);
        }
        notes.add("--executor-memory is left out: of the " + number(memory.getAsDouble()) + " MB of a machine "
                + (heap < LEAST_HEAP
                        ? number(Math.max(0, heap))
                                + " MB would remain for an executor, and Spark does not start with less" + " than "
                                + number(LEAST_HEAP)
                        : "more would remain for an executor than Spark can be told"));
        return OptionalInt.empty();
    }

    private static OptionalDouble perMachine(Candidate candidate, Role role, String option, List<String> notes) {
        Optional<String> total = total(candidate, role);
        String property = property(candidate, role).orElse(role.word());
        if (total.isEmpty()) {
            notes.add(option + " is left out: " + property
                    + " is not known; give it in optional_properties or optional_properties_per_node");
            return OptionalDouble.empty();
        }
        OptionalDouble amount = candidate.prediction().run().properties().number(property);
        if (amount.isEmpty()) {
            notes.add(option + " is left out: " + property + " is no number");
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
