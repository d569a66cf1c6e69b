package io.bellamy.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.job.MemoryUse;
import io.bellamy.job.PlannedRun;
import io.bellamy.memory.KnownNeed.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Needs of memory that depend on arguments, against those that are known. */
class ArgumentsNeedTest {

    @Test
    void otherArgumentsMayNeedAnotherAmount() {
        SplittableRandom random = new SplittableRandom(9);
        List<MemoryUse> runs = new ArrayList<>();
        KnownNeed hungry = new KnownNeed(1500, 0.9, 0.8, 0.5, 0.2, 1, 0);
        for (int i = 0; i < 50; i++) {
            PlannedRun drawn = KnownNeed.anySetting(random);
            boolean weekly = i % 2 == 0;
            PlannedRun setting = KnownNeed.setting(
                    drawn.scaleOut(),
                    drawn.properties().number("memory").orElseThrow() / drawn.scaleOut(),
                    drawn.properties().number("slots").orElseThrow() / drawn.scaleOut(),
                    drawn.properties().number("size").orElseThrow(),
                    weekly ? "weekly" : "daily");
            runs.add((weekly ? hungry : MemoryNeedTest.KNOWN).run(setting, random, Told.ALL));
        }
        MemoryNeed need = MemoryNeedTest.learned(runs);
        double between = 1000;
        double daily = chance(need, between, "daily");
        double weekly = chance(need, between, "weekly");
        double unseen = chance(need, between, "monthly");
        assertThat(weekly).isGreaterThan(daily + 0.3);
        assertThat(unseen).isBetween(daily, weekly);
    }

    @Test
    void aBlankTextIsNoOtherText() {
        SplittableRandom random = new SplittableRandom(12);
        List<MemoryUse> runs = new ArrayList<>();
        for (MemoryUse run : MemoryNeedTest.KNOWN.runs(random, 40, Told.ALL)) {
            boolean told = random.nextBoolean();
            runs.add(
                    told
                            ? run
                            : new MemoryUse(
                                    run.scaleOut(),
                                    MissingProperty.of(run.properties(), "args"),
                                    run.ending(),
                                    run.peak()));
        }
        MemoryNeed need = MemoryNeedTest.learned(runs);
        PlannedRun blank = KnownNeed.setting(4, 1200, 1, 4000, "");
        PlannedRun absent = new PlannedRun(4, MissingProperty.of(blank.properties(), "args"));
        assertThat(need.risk(blank)).isEqualTo(need.risk(absent));
    }

    private static double chance(MemoryNeed need, double memory, String arguments) {
        return need.risk(KnownNeed.setting(4, memory, 1, 4000, arguments))
                .orElseThrow()
                .spilling()
                .orElseThrow();
    }
}
