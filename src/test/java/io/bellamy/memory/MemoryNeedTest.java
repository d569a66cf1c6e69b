package io.bellamy.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.job.MemoryUse;
import io.bellamy.job.MemoryUse.Ending;
import io.bellamy.job.MemoryUse.Peak;
import io.bellamy.job.MemoryUse.PeakOf;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.ScaleOutUnit;
import io.bellamy.memory.KnownNeed.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Needs of memory that are learned, against those that are known. */
class MemoryNeedTest {

    static final KnownNeed KNOWN = new KnownNeed(600, 0.9, 0.8, 0.5, 0.2, 1, 0);

    static MemoryNeed learned(List<MemoryUse> runs) {
        return MemoryNeed.of(runs, KnownNeed.DEFINITIONS).orElseThrow();
    }

    @Test
    void probabilitiesComeNearTheTruthAndAreWorthMoreThanTheShare() {
        SplittableRandom random = new SplittableRandom(1);
        double off = 0;
        double brier = 0;
        double base = 0;
        int asked = 0;
        for (int job = 0; job < 6; job++) {
            KnownNeed truth = KnownNeed.any(random);
            List<MemoryUse> runs = truth.runs(random, 60, Told.ALL);
            MemoryNeed need = learned(runs);
            double share =
                    runs.stream().filter(run -> run.ending() != Ending.FITS).count() / 60.0;
            for (int i = 0; i < 100; i++, asked++) {
                PlannedRun setting = KnownNeed.anySetting(random);
                double told = need.risk(setting).orElseThrow().spilling().orElseThrow();
                off += told - truth.spilling(setting);
                boolean spilled = truth.run(setting, random, Told.ALL).ending() != Ending.FITS;
                brier += Math.pow(told - (spilled ? 1 : 0), 2);
                base += Math.pow(share - (spilled ? 1 : 0), 2);
            }
        }
        assertThat(off / asked).isCloseTo(0, within(0.03));
        assertThat(brier).isLessThan(0.4 * base);
    }

    @Test
    void moreMemoryOrMoreMachinesNeverMakeAnyLikelierToFail() {
        SplittableRandom random = new SplittableRandom(2);
        MemoryNeed need = learned(KNOWN.runs(random, 25, Told.ALL));
        double spilling = 1;
        double dying = 1;
        for (double memory = 200; memory < 40_000; memory *= 1.1) {
            MemoryRisk risk =
                    need.risk(KnownNeed.setting(4, memory, 2, 8000, "daily")).orElseThrow();
            assertThat(risk.dying().orElseThrow())
                    .isLessThanOrEqualTo(dying)
                    .isLessThanOrEqualTo(risk.spilling().orElseThrow());
            assertThat(risk.spilling().orElseThrow()).isLessThanOrEqualTo(spilling);
            spilling = risk.spilling().orElseThrow();
            dying = risk.dying().orElseThrow();
        }
        double fewer = 1;
        for (int machines = 1; machines < 30; machines++) {
            double chance = need.risk(KnownNeed.setting(machines, 3000, 2, 8000, "daily"))
                    .orElseThrow()
                    .spilling()
                    .orElseThrow();
            assertThat(chance).isLessThanOrEqualTo(fewer);
            fewer = chance;
        }
    }

    @Test
    void theLeastMemoryThatWillDoIsWhereProbabilitiesMeetTheLimits() {
        MemoryNeed need = learned(KNOWN.runs(new SplittableRandom(3), 80, Told.ALL));
        MemoryLimits limits = new MemoryLimits(0.2, 0.01);
        double enough = need.enough(KnownNeed.setting(4, 1000, 2, 8000, "daily"), limits)
                .orElseThrow();
        MemoryRisk there =
                need.risk(KnownNeed.setting(4, enough, 2, 8000, "daily")).orElseThrow();
        MemoryRisk below =
                need.risk(KnownNeed.setting(4, 0.98 * enough, 2, 8000, "daily")).orElseThrow();
        assertThat(limits.allows(there)).isTrue();
        assertThat(limits.allows(below)).isFalse();
        assertThat(MemoryLimits.USUAL.allows(new MemoryRisk(Optional.of(0.5), Optional.of(0.05))))
                .isTrue();
        assertThat(MemoryLimits.USUAL.allows(new MemoryRisk(Optional.of(0.51), Optional.empty())))
                .isFalse();
        assertThat(MemoryLimits.USUAL.allows(new MemoryRisk(Optional.empty(), Optional.of(0.06))))
                .isFalse();
    }

    @Test
    void failuresWithoutAReasonCountAsFarAsTheyComeWhereMemoryIsScarce() {
        SplittableRandom random = new SplittableRandom(4);
        PlannedRun scarce = KnownNeed.setting(1, 1000, 4, 16_000, "daily");
        PlannedRun ample = KnownNeed.setting(8, 16_000, 1, 1000, "daily");
        KnownNeed faulty = new KnownNeed(600, 0.9, 0.8, 0.5, 0.2, 1, 0.15);
        MemoryNeed need = learned(faulty.runs(random, 150, Told.FAILURES));
        assertThat(need.risk(scarce).orElseThrow().dying().orElseThrow()).isGreaterThan(0.9);
        assertThat(need.risk(ample).orElseThrow().dying().orElseThrow()).isLessThan(0.03);
        assertThat(need.risk(ample).orElseThrow().spilling()).isEmpty();
        // failures that have nothing to do with memory
        KnownNeed modest = new KnownNeed(1, 0, 0, 0, 0.2, 1, 0.15);
        MemoryNeed unrelated = learned(modest.runs(random, 150, Told.FAILURES));
        assertThat(unrelated
                        .risk(KnownNeed.setting(4, 4000, 2, 8000, "daily"))
                        .orElseThrow()
                        .dying()
                        .orElseThrow())
                .isLessThan(0.05);
    }

    @Test
    void measuredPeaksTellWhatIsNeededWhereNothingEverDied() {
        KnownNeed frugal = new KnownNeed(100, 0.9, 0.8, 0.5, 0.1, 5, 0);
        List<MemoryUse> runs = frugal.runs(new SplittableRandom(5), 40, Told.PEAKS);
        assertThat(runs).allMatch(run -> run.ending() == Ending.SURVIVED);
        MemoryNeed need = learned(runs);
        PlannedRun input = KnownNeed.setting(2, 8000, 2, 8000, "daily");
        double enough = need.enough(input, MemoryLimits.USUAL).orElseThrow();
        // about 100 MB * 8^0.9 / 2^0.8 * 2^0.5
        assertThat(enough).isBetween(460.0, 800.0);
        // so far below what any run had, which is 1000 MB, nobody knows what else would be needed
        assertThat(need.enough(KnownNeed.setting(2, 8000, 2, 1, "daily"), MemoryLimits.USUAL)
                        .orElseThrow())
                .isEqualTo(34);
        assertThat(need.risk(KnownNeed.setting(2, 250, 2, 8000, "daily"))
                        .orElseThrow()
                        .spilling()
                        .orElseThrow())
                .isGreaterThan(0.9);
        assertThat(need.risk(input).orElseThrow().spilling().orElseThrow()).isLessThan(0.01);
        assertThat(need.risk(input).orElseThrow().dying()).isEmpty();
    }

    @Test
    void nothingIsSaidWhereNothingIsKnown() {
        List<MemoryUse> plenty = KNOWN.runs(new SplittableRandom(6), 40, Told.ALL).stream()
                .filter(run -> run.ending() == Ending.FITS)
                .toList();
        assertThat(MemoryNeed.of(plenty, KnownNeed.DEFINITIONS)).isEmpty();
        assertThat(MemoryNeed.of(List.of(), KnownNeed.DEFINITIONS)).isEmpty();
        MemoryNeed need = learned(KNOWN.runs(new SplittableRandom(7), 40, Told.ALL));
        PlannedRun whole = KnownNeed.setting(4, 4000, 2, 8000, "daily");
        for (String property : List.of("memory", "slots", "size")) {
            PlannedRun without = new PlannedRun(4, MissingProperty.of(whole.properties(), property));
            assertThat(need.risk(without)).isEmpty();
            assertThat(need.silence(without, ScaleOutUnit.MACHINES).orElseThrow())
                    .startsWith(property + " not being known");
            assertThat(need.enough(without, MemoryLimits.USUAL)).isEmpty();
        }
        assertThat(need.silence(whole, ScaleOutUnit.MACHINES)).isEmpty();
        assertThat(need.objection(KnownNeed.setting(4, 4, 2, 8000, "daily"), ScaleOutUnit.EXECUTORS)
                        .orElseThrow())
                .startsWith("4.000 MB an executor is less than a thirtieth");
        PlannedRun huge = KnownNeed.setting(4, 4_000_000, 2, 8000, "daily");
        assertThat(need.risk(huge)).isEmpty();
        assertThat(need.silence(huge, ScaleOutUnit.MACHINES).orElseThrow()).contains("4000000 MB a machine");
    }

    @Test
    void peaksInAnotherUnitAreToldAndLeftAside() {
        List<MemoryUse> runs = new ArrayList<>(KNOWN.runs(new SplittableRandom(8), 30, Told.ALL));
        PlannedRun setting = KnownNeed.setting(4, 4000, 2, 1000, "daily");
        double before = learned(runs).risk(setting).orElseThrow().spilling().orElseThrow();
        MemoryUse odd =
                new MemoryUse(4, setting.properties(), Ending.FITS, Optional.of(new Peak(3_000_000, PeakOf.MACHINE)));
        MemoryUse plain = new MemoryUse(4, setting.properties(), Ending.FITS, Optional.empty());
        assertThat(MemoryNeed.warnings(runs, KnownNeed.DEFINITIONS)).isEmpty();
        runs.add(odd);
        assertThat(MemoryNeed.warnings(runs, KnownNeed.DEFINITIONS).get(0))
                .startsWith("the peak memory of 1 run is more than three times");
        double odds = learned(runs).risk(setting).orElseThrow().spilling().orElseThrow();
        runs.set(runs.size() - 1, plain);
        assertThat(odds)
                .isEqualTo(learned(runs).risk(setting).orElseThrow().spilling().orElseThrow())
                .isLessThanOrEqualTo(before + 0.01);
    }

    @Test
    void scoresAreOfRunsThatHadNoPart() {
        List<MemoryUse> runs = KNOWN.runs(new SplittableRandom(10), 120, Told.ALL);
        MemoryScores scores = MemoryScores.of(runs, KnownNeed.DEFINITIONS);
        ForecastScore spilling = scores.spilling().orElseThrow();
        assertThat(spilling.runs()).isEqualTo(120);
        assertThat(spilling.brier()).isLessThan(0.5 * spilling.baseBrier());
        assertThat(spilling.logLoss()).isLessThan(0.5 * spilling.baseLogLoss());
        assertThat(spilling.bins().stream().mapToInt(ForecastScore.Bin::runs).sum())
                .isEqualTo(120);
        // what came has nothing to do with what was there: then nothing is better than the share
        SplittableRandom random = new SplittableRandom(11);
        List<MemoryUse> chance = runs.stream()
                .map(run -> new MemoryUse(
                        run.scaleOut(),
                        run.properties(),
                        random.nextBoolean() ? Ending.FITS : Ending.SPILLED,
                        Optional.empty()))
                .toList();
        ForecastScore none =
                MemoryScores.of(chance, KnownNeed.DEFINITIONS).spilling().orElseThrow();
        assertThat(none.brier()).isBetween(0.23, 0.33);
        assertThat(none.baseBrier()).isCloseTo(0.25, within(0.01));
        assertThat(MemoryScores.of(runs.subList(0, 3), KnownNeed.DEFINITIONS).dying())
                .isEmpty();
    }
}
