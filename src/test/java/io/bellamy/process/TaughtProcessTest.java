package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.job.Companions;
import io.bellamy.job.JoinedRuns;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Algorithms that teach each other, and all together. */
class TaughtProcessTest {

    /** An algorithm with six runs of its own is surer of its curve where others show how curves go. */
    @Test
    void otherAlgorithmsTeachOneWithFewRuns() {
        ProcessHistories own = new ProcessHistories(5).job("c", "m", 6, 1, 0);
        List<Run> others = ProcessTest.STEADY.runs.stream()
                .filter(run -> !run.essential("job_args").equals("c"))
                .toList();
        Companions companions = new Companions("own", List.of(), Map.of("others", others));
        RunProcess taught = ProcessFit.of(ProcessHistories.PIPELINE, own.runs, companions)
                .orElseThrow()
                .process();
        PropertyValues asked = ProcessHistories.properties("c", "m", 90_000);
        RuntimeDistribution with = ProcessTest.forecast(taught, own.runs, 16, asked, List.of());
        RuntimeDistribution alone = ProcessTest.forecast(ProcessTest.fitted(own.runs), own.runs, 16, asked, List.of());
        double truth = ProcessHistories.truth("c", 16, 90_000);
        assertThat(Math.abs(Math.log(with.median() / truth))).isLessThan(Math.abs(Math.log(alone.median() / truth)));
        assertThat(ProcessTest.width(with)).isLessThan(0.7 * ProcessTest.width(alone));
    }

    /** One gains by memory what another loses; each tells the other how runs scale, and not what its machines are worth. */
    @Test
    void algorithmsThatTeachEachOtherDifferInWhatMachinesAreWorth() {
        SplittableRandom random = new SplittableRandom(11);
        List<Run> own = new ArrayList<>();
        List<Run> others = new ArrayList<>();
        for (int type = 0; type < 12; type++) {
            int memory = 4_000 << (type % 6);
            for (int scaleOut : List.of(2, 4, 8)) {
                others.add(onType("t" + type, memory, scaleOut, 0.5, random));
                if (type != 2 && type != 8) {
                    own.add(onType("t" + type, memory, scaleOut, -0.5, random));
                }
            }
        }
        RunProcess process = ProcessFit.of(
                        ProcessHistories.PIPELINE, own, new Companions("own", List.of(), Map.of("others", others)))
                .orElseThrow()
                .process();
        Run asked = onType("t2", 16_000, 4, -0.5, random);
        RuntimeDistribution runtime = ProcessTest.forecast(process, own, 4, asked.properties(), List.of());
        assertThat(Math.log(runtime.median() / asked.runtime())).isCloseTo(0, within(0.1));
        assertThat(ProcessTest.width(runtime)).isLessThan(0.4);
    }

    /** Each algorithm has one job, so that its name tells no more than the arguments do; still that is what it is. */
    @Test
    void theAlgorithmIsAmongTheTextsOfAllTogether() {
        List<Run> runs = JoinedRuns.of(Map.of(
                "one", new ProcessHistories(5).job("a", "m", 6, 1, 0).runs,
                "two", new ProcessHistories(6).job("b", "m", 6, 1, 0).runs));
        ProcessColumns columns =
                ColumnsFit.of(ProcessHistories.PIPELINE.withText(JoinedRuns.ALGORITHM), runs, Companions.NONE);
        assertThat(columns.texts()).contains(JoinedRuns.ALGORITHM).doesNotContain("job_args");
    }

    private static Run onType(String type, int memory, int scaleOut, double worth, SplittableRandom random) {
        double log = 6 - 0.7 * Math.log(scaleOut) + worth * Math.log(memory / 16_000.0) + 0.02 * random.nextGaussian();
        return new Run(scaleOut, Math.exp(log), ProcessHistories.onType(type, memory * scaleOut), Optional.empty());
    }
}
