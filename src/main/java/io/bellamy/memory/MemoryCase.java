package io.bellamy.memory;

import io.bellamy.job.MemoryUse;
import io.bellamy.job.MemoryUse.Ending;
import io.bellamy.job.Role;
import io.bellamy.memory.MemoryFacts.Facts;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A run that tells of the need of memory.
 *
 * @param facts what the need depends on
 * @param ending what came of it
 * @param peak ln MB that a machine used at most; only of a run in which memory sufficed, since others would have used more
 */
record MemoryCase(Facts facts, Ending ending, OptionalDouble peak) {

    /** No machine uses so many times as much as it has: then a unit is wrong. */
    private static final double TOO_MUCH = Math.log(3);

    private static final double NEARLY_ALL = 0.05;

    /** Nothing where what the need depends on is not known. */
    static Optional<MemoryCase> of(MemoryUse use, MemoryFacts facts) {
        return facts.of(use.scaleOut(), use.properties())
                .map(known -> new MemoryCase(known, use.ending(), peak(use, facts)));
    }

    private static OptionalDouble peak(MemoryUse use, MemoryFacts facts) {
        if (use.peak().isEmpty() || (use.ending() != Ending.FITS && use.ending() != Ending.SURVIVED)) {
            return OptionalDouble.empty();
        }
        double amount = Math.log(use.peak().get().megabytes());
        return switch (use.peak().get().of()) {
            case MACHINE -> OptionalDouble.of(amount);
            case CLUSTER -> OptionalDouble.of(amount - Math.log(use.scaleOut()));
            case TASK -> {
                OptionalDouble slots = facts.logarithm(use.properties(), Role.SLOTS, use.scaleOut());
                // as many tasks run at a time
                yield slots.isPresent()
                        ? OptionalDouble.of(amount + Math.max(0, slots.getAsDouble()))
                        : OptionalDouble.empty();
            }
        };
    }

    /** Did it use about all that there was? Then it may have needed more. */
    boolean hasAllUsed() {
        return peak.isPresent() && peak.getAsDouble() > facts.memory() - NEARLY_ALL;
    }

    boolean hasPlausiblePeak() {
        return peak.isEmpty() || peak.getAsDouble() < facts.memory() + TOO_MUCH;
    }

    MemoryCase withoutPeak() {
        return new MemoryCase(facts, ending, OptionalDouble.empty());
    }

    boolean isLost() {
        return ending == Ending.DIED || ending == Ending.FAILED;
    }
}
