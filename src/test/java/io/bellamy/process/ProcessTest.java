package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.job.Companions;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a process says of histories whose law is known. */
class ProcessTest {

    static final ProcessHistories STEADY = ProcessHistories.steady(1);

    static RunProcess fitted(List<Run> runs) {
        return ProcessFit.of(ProcessHistories.PIPELINE, runs, Companions.NONE)
                .orElseThrow()
                .process();
    }

    static RuntimeDistribution forecast(
            RunProcess process, List<Run> history, int scaleOut, PropertyValues properties, List<Run> more) {
        return RuntimeDistribution.mixture(new ProcessOfHistory(process, history)
                .around(properties, more)
                .at(new PlannedRun(scaleOut, properties)));
    }

    static double width(RuntimeDistribution runtime) {
        return Math.log(runtime.interval(0.9).upper() / runtime.interval(0.9).lower());
    }

    /** No run of the new job has the size that is asked about; in the history or beside it they tell the same. */
    @Test
    void runsOfAJobCountWhateverTheirSize() {
        RunProcess process = fitted(STEADY.runs);
        ProcessHistories later = new ProcessHistories(2);
        for (int day = 0; day < 4; day++) {
            later.add("h", "m", day == 1 ? 4 : 8, 40_000 + 3_000 * day, 1, ProcessHistories.START.plusDays(20 + day));
        }
        List<Run> all = new ArrayList<>(STEADY.runs);
        all.addAll(later.runs);
        PropertyValues asked = ProcessHistories.properties("h", "m", 60_000);
        double truth = ProcessHistories.truth("h", 12, 60_000);
        RuntimeDistribution with = forecast(process, all, 12, asked, List.of());
        assertThat(Math.log(with.median() / truth)).isCloseTo(0, within(0.06));
        assertThat(forecast(process, STEADY.runs, 12, asked, later.runs).median())
                .isCloseTo(with.median(), within(0.01 * truth));
        RuntimeDistribution without = forecast(process, STEADY.runs, 12, asked, List.of());
        assertThat(width(without)).isGreaterThan(4 * width(with));
        assertThat(without.cumulative(truth)).isBetween(0.02, 0.98);
    }

    /** One run took three times as long; what is said of it by all others is not moved by it, but by what they know. */
    @Test
    void aConfigurationIsLeftOutOfWhatIsSaidOfIt() {
        List<Run> runs = new ArrayList<>(STEADY.runs);
        Run slow = runs.get(30);
        runs.set(30, new Run(slow.scaleOut(), 3 * slow.runtime(), slow.properties(), slow.measured()));
        List<ProcessFit.UnseenRuns> leftOut = ProcessFit.of(ProcessHistories.PIPELINE, runs, Companions.NONE)
                .orElseThrow()
                .leftOut();
        assertThat(leftOut).hasSize(runs.size());
        List<Double> errors = leftOut.stream()
                .map(own ->
                        Math.abs(own.logRuntime() - Math.log(own.runs().get(0).runtime())))
                .toList();
        assertThat(errors.get(30)).isCloseTo(Math.log(3), within(0.1));
        assertThat(errors.stream().filter(error -> error < 0.1)).hasSizeGreaterThan(95);
        assertThat(errors.stream().filter(error -> error > 0.01)).hasSizeGreaterThan(50);
        assertThat(ProcessFit.of(ProcessHistories.PIPELINE, runs.subList(0, 1), Companions.NONE)
                        .orElseThrow()
                        .leftOut())
                .isEmpty();
    }

    /**
     * Three of ten runs take three times as long; so many that they look like noise, and in some configurations most or all are
     * late.
     */
    @Test
    void stragglersAreFoundHoweverMany() {
        SplittableRandom random = new SplittableRandom(3);
        List<Run> runs = new ArrayList<>();
        for (int scaleOut = 2; scaleOut <= 12; scaleOut += 2) {
            for (int size = 40_000; size <= 100_000; size += 10_000) {
                double share = scaleOut == 12 && size == 100_000 ? 1 : scaleOut == 6 && size == 60_000 ? 0.6 : 0.3;
                for (int repetition = 0; repetition < 5; repetition++) {
                    double late = random.nextDouble() < share ? 3 : 1;
                    double runtime = ProcessHistories.truth("b", scaleOut, size)
                            * late
                            * Math.exp(ProcessHistories.NOISE * random.nextGaussian());
                    runs.add(new Run(scaleOut, runtime, ProcessHistories.properties("b", "m", size)));
                }
            }
        }
        RunProcess process = fitted(runs);
        RunScatter scatter = process.scatter();
        assertThat(scatter.deviation()).isCloseTo(ProcessHistories.NOISE, within(0.01));
        assertThat(scatter.share()).isCloseTo(0.3, within(0.06));
        assertThat(scatter.shift()).isCloseTo(Math.log(3), within(0.05));
        for (Run run : runs) {
            int size = (int) run.properties().number("data_size_MB").orElseThrow();
            double truth = ProcessHistories.truth("b", run.scaleOut(), size);
            assertThat(forecast(process, runs, run.scaleOut(), run.properties(), List.of())
                            .median())
                    .as(run.toString())
                    .isBetween(0.96 * truth, 1.06 * truth);
        }
    }

    @Test
    void intervalsGrowWithTheDistanceFromWhatIsKnown() {
        RunProcess process = fitted(STEADY.runs);
        double known =
                width(forecast(process, STEADY.runs, 8, ProcessHistories.properties("b", "m", 60_000), List.of()));
        assertThat(known).isBetween(0.05, 0.12);
        double larger =
                width(forecast(process, STEADY.runs, 8, ProcessHistories.properties("b", "m", 240_000), List.of()));
        double wider =
                width(forecast(process, STEADY.runs, 64, ProcessHistories.properties("b", "m", 60_000), List.of()));
        double otherMachine =
                width(forecast(process, STEADY.runs, 8, ProcessHistories.properties("b", "other", 60_000), List.of()));
        assertThat(List.of(larger, wider, otherMachine)).allMatch(width -> width > 1.5 * known);
        assertThat(otherMachine).isGreaterThan(6 * known);
    }

    @Test
    void aChangeOfLevelIsFollowedWhereItHappened() {
        ProcessHistories histories = new ProcessHistories(3);
        for (String job : List.of("a", "b", "c", "d")) {
            histories.job(job, "m", 24, job.equals("b") || job.equals("d") ? 1.4 : 1, 5);
        }
        RunProcess process = fitted(histories.runs);
        for (String job : List.of("a", "b", "c", "d")) {
            double truth = ProcessHistories.truth(job, 8, 60_000) * (job.equals("b") || job.equals("d") ? 1.4 : 1);
            RuntimeDistribution now =
                    forecast(process, histories.runs, 8, ProcessHistories.properties(job, "m", 60_000), List.of());
            assertThat(Math.log(now.median() / truth)).as(job).isCloseTo(0, within(0.03));
        }
    }

    /** A fifth of all runs took two and a half times as long; of the new job three of four. */
    @Test
    void stragglersAreLateAndPullNoCurveUp() {
        ProcessHistories histories = new ProcessHistories(4);
        for (String job : List.of("a", "b", "c", "d", "e")) {
            for (int day = 0; day < 24; day++) {
                histories.add(
                        job,
                        "m",
                        4 + 4 * (day % 3),
                        60_000,
                        (day + 3 * job.charAt(0)) % 5 == 2 ? 2.5 : 1,
                        ProcessHistories.START.plusDays(day));
            }
        }
        RunProcess process = fitted(histories.runs);
        assertThat(process.scatter().share()).isBetween(0.12, 0.28);
        assertThat(process.scatter().shift()).isCloseTo(Math.log(2.5), within(0.1));
        assertThat(process.scatter().deviation()).isBetween(0.01, 0.04);
        RuntimeDistribution known =
                forecast(process, histories.runs, 8, ProcessHistories.properties("c", "m", 60_000), List.of());
        double truth = ProcessHistories.truth("c", 8, 60_000);
        assertThat(Math.log(known.median() / truth)).isCloseTo(0, within(0.05));
        assertThat(known.interval(0.9).upper()).isGreaterThan(2.2 * truth);
        assertThat(known.interval(0.9).lower()).isGreaterThan(0.85 * truth);
        for (double[] factors : new double[][] {{2.5, 1, 1, 1}, {1, 1, 2.5, 1}, {2.5, 2.5, 1, 2.5}}) {
            for (int day = 0; day < factors.length; day++) {
                histories.add(
                        "g",
                        "m",
                        day == 2 ? 12 : 8 - 4 * (day % 2),
                        60_000,
                        factors[day],
                        ProcessHistories.START.plusDays(24 + day));
            }
            RuntimeDistribution other =
                    forecast(process, histories.runs, 8, ProcessHistories.properties("g", "m", 60_000), List.of());
            assertThat(Math.log(other.median() / ProcessHistories.truth("g", 8, 60_000)))
                    .as(factors[0] + " " + factors[1])
                    .isCloseTo(0, within(0.15));
            histories
                    .runs
                    .subList(histories.runs.size() - factors.length, histories.runs.size())
                    .clear();
        }
    }

    /** Of a long history not all runs are looked at. */
    @Test
    void whatWasAskedBeforeChangesNoAnswer() {
        RunProcess process = fitted(STEADY.runs);
        ProcessHistories histories = new ProcessHistories(7);
        for (char job = 'a'; job <= 'z'; job++) {
            histories.job(String.valueOf(job), "m", 20, 1, 0);
        }
        PropertyValues asked = ProcessHistories.properties("e", "m", 240_000);
        ProcessOfHistory alone = new ProcessOfHistory(process, histories.runs);
        ProcessOfHistory after = new ProcessOfHistory(process, histories.runs);
        after.around(ProcessHistories.properties("e", "m", 500), List.of());
        assertThat(after.around(asked, List.of()).at(new PlannedRun(16, asked)))
                .isEqualTo(alone.around(asked, List.of()).at(new PlannedRun(16, asked)));
        double truth = ProcessHistories.truth("e", 8, 60_000);
        PropertyValues usual = ProcessHistories.properties("e", "m", 60_000);
        assertThat(Math.log(
                        forecast(process, histories.runs, 8, usual, List.of()).median() / truth))
                .isCloseTo(0, within(0.05));
    }
}
