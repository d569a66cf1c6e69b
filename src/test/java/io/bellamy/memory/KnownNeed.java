package io.bellamy.memory;

import io.bellamy.job.MemoryUse;
import io.bellamy.job.MemoryUse.Ending;
import io.bellamy.job.MemoryUse.Peak;
import io.bellamy.job.MemoryUse.PeakOf;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyDefinition;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A job whose need of memory is known: what runs of it would tell, and how likely they truly spill and die.
 *
 * @param megabytes that a machine needs for 1000 MB of input on one machine with one slot
 * @param bySize the power of the input that the need grows with
 * @param byScaleOut the power of the machines that it falls with
 * @param bySlots the power of the slots of a machine that it grows with
 * @param scatter how far, in ln, needs of equal runs lie apart
 * @param gap by how much less memory, in ln, a run dies than spills
 * @param otherFailures the share of runs that fail for another reason
 */
record KnownNeed(
        double megabytes,
        double bySize,
        double byScaleOut,
        double bySlots,
        double scatter,
        double gap,
        double otherFailures) {

    static final PropertyDefinitions DEFINITIONS = PropertyDefinitions.of(List.of(
            new PropertyDefinition("memory", PropertyKind.NUMBER, Optional.of(Role.MEMORY)),
            new PropertyDefinition("slots", PropertyKind.NUMBER, Optional.of(Role.SLOTS)),
            new PropertyDefinition("size", PropertyKind.NUMBER, Optional.of(Role.DATA_SIZE)),
            new PropertyDefinition("args", PropertyKind.NAME, Optional.of(Role.ARGUMENTS))));

    /** What runs tell. */
    enum Told {
        /** Whether they spilled, and which died for want of memory. */
        ALL,
        /** Which failed, for whatever reason, and nothing else. */
        FAILURES,
        /** The most memory that a machine used, of those that did not die. */
        PEAKS,
        /** The same as all, and peaks of tasks that are a thirtieth of what they need: the rest is in no account. */
        TASKS
    }

    /** A need drawn at random, as jobs differ. */
    static KnownNeed any(SplittableRandom random) {
        return new KnownNeed(
                400 * Math.exp(random.nextGaussian() * 0.7),
                random.nextDouble(0.4, 1.2),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(0.08, 0.35),
                random.nextDouble(0.4, 1.6),
                0);
    }

    /** A cluster and an input, on which something may or may not fit. */
    static PlannedRun anySetting(SplittableRandom random) {
        int machines = 1 + random.nextInt(8);
        return setting(machines, 1000 << random.nextInt(5), 1 << random.nextInt(3), 1000 << random.nextInt(6), "daily");
    }

    static PlannedRun setting(int machines, double memory, double slots, double size, String arguments) {
        return new PlannedRun(
                machines,
                PropertyValues.of(
                        DEFINITIONS,
                        Map.of(
                                "memory", Double.toString(memory * machines),
                                "slots", Double.toString(slots * machines),
                                "size", Double.toString(size),
                                "args", arguments)));
    }

    private double mean(PlannedRun run) {
        double size = run.properties().number("size").orElseThrow();
        double slots = run.properties().number("slots").orElseThrow() / run.scaleOut();
        return Math.log(megabytes)
                + bySize * Math.log(size / 1000)
                - byScaleOut * Math.log(run.scaleOut())
                + bySlots * Math.log(slots);
    }

    private static double memory(PlannedRun run) {
        return Math.log(run.properties().number("memory").orElseThrow() / run.scaleOut());
    }

    /** The true probability that a run spills or dies. */
    double spilling(PlannedRun run) {
        return NeedLaw.below((mean(run) - memory(run)) / scatter);
    }

    /** The true probability that it dies. */
    double dying(PlannedRun run) {
        return NeedLaw.below((mean(run) - gap - memory(run)) / scatter);
    }

    /** Runs of it. */
    List<MemoryUse> runs(SplittableRandom random, int count, Told told) {
        List<MemoryUse> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(run(anySetting(random), random, told));
        }
        return runs;
    }

    MemoryUse run(PlannedRun setting, SplittableRandom random, Told told) {
        double need = mean(setting) + scatter * random.nextGaussian();
        double memory = memory(setting);
        boolean dies = memory < need - gap;
        boolean fails = random.nextDouble() < otherFailures;
        Ending ending =
                switch (told) {
                    case ALL, TASKS -> dies ? Ending.DIED : memory < need ? Ending.SPILLED : Ending.FITS;
                    case FAILURES -> dies || fails ? Ending.FAILED : Ending.SURVIVED;
                    case PEAKS -> dies ? Ending.DIED : Ending.SURVIVED;
                };
        Optional<Peak> peak =
                switch (told) {
                    case ALL, FAILURES -> Optional.empty();
                    case PEAKS ->
                        dies
                                ? Optional.empty()
                                : Optional.of(new Peak(Math.exp(Math.min(need - 0.1, memory)), PeakOf.MACHINE));
                    case TASKS -> {
                        double slots = setting.properties().number("slots").orElseThrow() / setting.scaleOut();
                        yield Optional.of(new Peak(Math.exp(Math.min(need, memory)) / 30 / slots, PeakOf.TASK));
                    }
                };
        return new MemoryUse(setting.scaleOut(), setting.properties(), ending, peak);
    }
}
