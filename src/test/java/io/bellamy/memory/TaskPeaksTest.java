package io.bellamy.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.job.MemoryUse;
import io.bellamy.job.MemoryUse.Ending;
import io.bellamy.job.MemoryUse.Peak;
import io.bellamy.job.MemoryUse.PeakOf;
import io.bellamy.job.PlannedRun;
import io.bellamy.memory.KnownNeed.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Peaks of tasks, which may be nearly nothing: of what there is, or of what is needed. */
class TaskPeaksTest {

    /** So it is where a program holds objects of its own: runs that died are no strays then, whatever was measured of others. */
    @Test
    void whatWasMeasuredOfTasksMayBeTheSmallerPartOfWhatTheyNeed() {
        for (int known : List.of(12, 40)) {
            SplittableRandom random = new SplittableRandom(known);
            MemoryNeed need = MemoryNeedTest.learned(MemoryNeedTest.KNOWN.runs(random, known, Told.TASKS));
            double brier = 0;
            double best = 0;
            for (int i = 0; i < 200; i++) {
                PlannedRun setting = KnownNeed.anySetting(random);
                double told = need.risk(setting).orElseThrow().spilling().orElseThrow();
                boolean spilled =
                        MemoryNeedTest.KNOWN.run(setting, random, Told.TASKS).ending() != Ending.FITS;
                brier += Math.pow(told - (spilled ? 1 : 0), 2) / 200;
                best += Math.pow(MemoryNeedTest.KNOWN.spilling(setting) - (spilled ? 1 : 0), 2) / 200;
            }
            assertThat(brier).as("%d runs known", known).isLessThan(best + 0.06);
        }
    }

    /** As most jobs are: from afar such peaks look like strays. */
    @Test
    void whatUsesAThousandthOfWhatThereIsFits() {
        for (int runs : List.of(1, 2, 9)) {
            List<MemoryUse> uses = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                PlannedRun run = KnownNeed.setting(1 + i % 3, 537, 1, 1867 << (i / 3), "daily");
                uses.add(new MemoryUse(
                        run.scaleOut(),
                        run.properties(),
                        Ending.FITS,
                        Optional.of(new Peak(0.29 + 0.01 * i, PeakOf.TASK))));
            }
            MemoryRisk risk = MemoryNeedTest.learned(uses)
                    .risk(KnownNeed.setting(2, 537, 1, 5000, "daily"))
                    .orElseThrow();
            assertThat(risk.spilling().orElseThrow()).as("%d runs known", runs).isLessThan(0.01);
        }
    }
}
