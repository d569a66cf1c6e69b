package io.bellamy.process;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.PropertyDefinition;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Made-up runs of a few jobs, whose runtimes follow a law that is known. */
final class ProcessHistories {

    static final FeaturePipeline PIPELINE = GoldenData.PIPELINE;
    static final double NOISE = 0.02;
    static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static final PropertyDefinitions DEFINITIONS = PropertyDefinitions.of(List.of(
            new PropertyDefinition("job_args", PropertyKind.NAME, Optional.of(Role.ARGUMENTS)),
            new PropertyDefinition("machine_type", PropertyKind.NAME, Optional.of(Role.MACHINE_TYPE)),
            new PropertyDefinition("data_size_MB", PropertyKind.NUMBER, Optional.of(Role.DATA_SIZE))));
    private static final PropertyDefinitions WITH_MEMORY = PropertyDefinitions.of(List.of(
            new PropertyDefinition("machine_type", PropertyKind.NAME, Optional.of(Role.MACHINE_TYPE)),
            new PropertyDefinition("memory", PropertyKind.NUMBER, Optional.of(Role.MEMORY))));
    private static final int[] SCALE_OUTS = {8, 4, 8, 12, 8, 6, 8, 16};

    final List<Run> runs = new ArrayList<>();
    private final SplittableRandom random;

    ProcessHistories(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static PropertyValues properties(String job, String machine, int size) {
        return PropertyValues.of(
                DEFINITIONS, Map.of("job_args", job, "machine_type", machine, "data_size_MB", String.valueOf(size)));
    }

    /**
     * Of a job on machines of a type.
     *
     * @param memory of all machines together, MB
     */
    static PropertyValues onType(String machine, int memory) {
        return PropertyValues.of(WITH_MEMORY, Map.of("machine_type", machine, "memory", String.valueOf(memory)));
    }

    /** The median of a run, seconds. */
    static double truth(String job, int scaleOut, int size) {
        int own = job.charAt(0) - 'a';
        return (20 + 9 * own) + (0.01 + 0.004 * own) * size / scaleOut;
    }

    /** Adds runs of a job, one a day. */
    ProcessHistories job(String job, String machine, int count, double factorOfLast, int changed) {
        for (int day = 0; day < count; day++) {
            int scaleOut = SCALE_OUTS[day % SCALE_OUTS.length];
            int size = 50_000 + 2_000 * random.nextInt(10);
            double factor = day >= count - changed ? factorOfLast : 1;
            add(job, machine, scaleOut, size, factor, START.plusDays(day));
        }
        return this;
    }

    void add(String job, String machine, int scaleOut, int size, double factor, LocalDate day) {
        runs.add(new Run(
                scaleOut,
                truth(job, scaleOut, size) * factor * Math.exp(NOISE * random.nextGaussian()),
                properties(job, machine, size),
                Optional.of(day)));
    }

    /** Five jobs of twenty days that stay as they are. */
    static ProcessHistories steady(long seed) {
        ProcessHistories histories = new ProcessHistories(seed);
        for (String job : List.of("a", "b", "c", "d", "e")) {
            histories.job(job, "m", 20, 1, 0);
        }
        return histories;
    }
}
