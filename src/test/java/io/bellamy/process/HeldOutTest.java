package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.Interval;
import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.Companions;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import io.bellamy.process.HeldOutFit.Group;
import io.bellamy.process.LogVarianceFit.Miss;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is learned by holding runs out of histories whose law is known. */
class HeldOutTest {

    private static final List<Integer> SCALE_OUTS = List.of(2, 4, 6, 8, 12, 16, 24);

    /** Two jobs on one type of machine, and one of them on another. */
    private static final List<Run> TWO_TYPES = new ProcessHistories(3)
            .job("a", "m", 12, 1, 0)
            .job("b", "m", 12, 1, 0)
            .job("a", "n", 12, 1.3, 12)
            .runs;

    /** A law with cliffs: below some scale-out that only the job knows, it takes 2.5 times as long. */
    private static double logTruth(String job, String machine, int scaleOut) {
        int cliff = SCALE_OUTS.get((job.charAt(0) + 3 * machine.charAt(0)) % 4);
        return 7 - 0.8 * Math.log(scaleOut) + 0.2 * (job.charAt(0) - 'a') + (scaleOut <= cliff ? Math.log(2.5) : 0);
    }

    private static Run run(String job, String machine, int scaleOut, SplittableRandom random) {
        return new Run(
                scaleOut,
                Math.exp(logTruth(job, machine, scaleOut) + 0.02 * random.nextGaussian()),
                ProcessHistories.properties(job, machine, 10_000),
                Optional.empty());
    }

    private static RunProcess with(RunProcess process, HeldOutSpread spread) {
        return new RunProcess(
                process.columns(),
                process.parameters(),
                process.mean(),
                process.scatter(),
                process.relevances(),
                process.noises(),
                process.companions(),
                spread);
    }

    private static RuntimeDistribution forecast(
            RunProcess process, List<Run> history, int scaleOut, PropertyValues properties) {
        return RuntimeDistribution.mixture(new ProcessOfHistory(process, history)
                .around(properties, List.of())
                .at(new PlannedRun(scaleOut, properties)));
    }

    /** Of few single runs that no smooth curve follows, parameters tell less than they seem to. */
    @Test
    void intervalsHoldWhereTheLawIsNotSmooth() {
        int asked = 0;
        int held = 0;
        int taken = 0;
        for (int seed = 0; seed < 12; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Run> runs = new ArrayList<>();
            List<Run> others = new ArrayList<>();
            for (String job : List.of("a", "b")) {
                for (String machine : List.of("m", "n", "o")) {
                    for (int scaleOut : SCALE_OUTS) {
                        (random.nextInt(7) < 3 ? others : runs).add(run(job, machine, scaleOut, random));
                    }
                }
            }
            RunProcess process = ProcessTest.fitted(runs);
            for (Run run : others) {
                asked++;
                held += holds(process, runs, run) ? 1 : 0;
                taken += holds(with(process, spread(process, new LogVariance(-1000, 0), LogVariance.ONE)), runs, run)
                        ? 1
                        : 0;
            }
        }
        assertThat((double) held / asked).isBetween(0.8, 0.97);
        assertThat((double) taken / asked).as("taken at its word").isLessThan(0.75);
    }

    private static boolean holds(RunProcess process, List<Run> history, Run run) {
        Interval interval =
                forecast(process, history, run.scaleOut(), run.properties()).interval(0.9);
        return interval.lower() <= run.runtime() && run.runtime() <= interval.upper();
    }

    @Test
    void variancesAreThoseOfWhatWasOff() {
        SplittableRandom random = new SplittableRandom(1);
        List<Miss> misses = IntStream.range(0, 600)
                .mapToObj(i -> {
                    // of a variance of 0.04 that differs by e^0.8 from case to case, beside one of 0.01
                    double own = 0.04 * Math.exp(0.8 * random.nextGaussian());
                    return new Miss(Math.sqrt(0.01 + 2 * own) * random.nextGaussian(), 0.01, 2, 1);
                })
                .toList();
        LogVariance learned = new LogVarianceFit(0, 2).of(misses);
        assertThat(learned.level()).isCloseTo(Math.log(0.04), within(0.25));
        assertThat(learned.deviation()).isCloseTo(0.8, within(0.25));
        LogVariance believed = new LogVarianceFit(-3, 0.5).of(List.of());
        assertThat(believed.level()).isCloseTo(-3, within(1e-9));
        assertThat(believed.deviation()).isBetween(0.7, 1.0);
    }

    /** Of many runs, and of so few that parameters are learned anew without those held out. */
    @Test
    void whatCurvesFollowHasNoNugget() {
        double noise = 2 * Math.log(ProcessHistories.NOISE);
        for (int jobs : List.of(5, 3, 2)) {
            List<Run> runs = ProcessTest.STEADY.runs.subList(0, 20 * jobs);
            LogVariance nugget = ProcessTest.fitted(runs).spread().nugget();
            assertThat(nugget.level()).as(jobs + " jobs").isLessThan(noise - 1.5);
        }
    }

    /** Levels of jobs are drawn of one normal distribution, as the kernel believes: its variance at a new one needs no factor. */
    @Test
    void ofJobsThatLieAsTheKernelHasItTheFactorIsAboutOne() {
        SplittableRandom random = new SplittableRandom(5);
        List<Run> runs = new ArrayList<>();
        for (int job = 0; job < 24; job++) {
            double level = 5 + 0.3 * random.nextGaussian();
            for (int scaleOut : List.of(2, 4, 8, 16)) {
                double log = level - 0.6 * Math.log(scaleOut) + 0.03 * random.nextGaussian();
                PropertyValues properties = ProcessHistories.properties("job" + job, "m", 10_000);
                runs.add(new Run(scaleOut, Math.exp(log), properties, Optional.empty()));
            }
        }
        assertThat(ProcessTest.fitted(runs).spread().unseen().level()).isBetween(-0.6, 0.6);
    }

    /** Jobs that were held out told their sizes; how far off a job is that does not, they don't tell. */
    @Test
    void narrowerIsOnlyWhatTellsAllItsNumbers() {
        RunProcess process = ProcessTest.fitted(ProcessTest.STEADY.runs);
        RunProcess surer = with(process, spread(process, new LogVariance(-2, 0)));
        RunProcess atItsWord = with(process, spread(process, LogVariance.ONE));
        PropertyValues whole = ProcessHistories.properties("z", "m", 60_000);
        PropertyValues partly = PropertyValues.of(whole.definitions(), Map.of("job_args", "z", "machine_type", "m"));
        assertThat(width(surer, whole)).isLessThan(0.6 * width(atItsWord, whole));
        assertThat(width(surer, partly)).isEqualTo(width(atItsWord, partly));
        PropertyValues known = ProcessHistories.properties("a", "m", 60_000);
        assertThat(width(surer, known)).isEqualTo(width(atItsWord, known));
    }

    /** On the published runs of a type, whose speed its memory and cores do not tell, though they seem to for the others. */
    @Test
    void intervalsHoldOnMachineTypesThatWereNeverUsed() {
        List<Run> all = GoldenData.load("c3o", "sort").runs();
        int held = 0;
        int taken = 0;
        for (String type : List.of("c4.2xlarge", "m4.2xlarge", "r4.2xlarge")) {
            Map<Boolean, List<Run>> runs = all.stream()
                    .collect(Collectors.partitioningBy(
                            run -> run.essential("machine_type").equals(type)));
            RunProcess process = ProcessTest.fitted(runs.get(false));
            RunProcess asAnyJob = with(process, spread(process, process.spread().unseen()));
            for (Run run : runs.get(true)) {
                held += holds(process, runs.get(false), run) ? 1 : 0;
                taken += holds(asAnyJob, runs.get(false), run) ? 1 : 0;
            }
        }
        assertThat((double) held / all.size()).isBetween(0.8, 1.0);
        assertThat((double) taken / all.size())
                .as("taken for a new job on known types")
                .isLessThan(0.75);
    }

    /** Of a type that nobody used, no other algorithm tells either. */
    @Test
    void withAValueIsHeldOutWhatOthersWereOnIt() {
        List<Run> runs = new ArrayList<>();
        for (String place : List.of("a m", "a n", "b m", "p n", "p o", "p n")) {
            PropertyValues properties = ProcessHistories.properties(place.substring(0, 1), place.substring(2), 10_000);
            runs.add(new Run(4 + runs.size(), 100, properties, Optional.empty()));
        }
        ProcessColumns columns = ColumnsFit.of(ProcessHistories.PIPELINE, runs, Companions.NONE);
        List<RunPlace> places = Cells.of(runs, columns, Relevances.ALIKE).stream()
                .map(Cell::place)
                .toList();
        List<CellMean> means = Collections.nCopies(places.size(), new CellMean(0, 1, 0, 0));
        Evidence evidence = new Evidence(columns, new Terms(columns), places, means, LevelSteps.NONE);
        HeldOutFit fit = new HeldOutFit(evidence, evidence.believed());
        List<Integer> own = List.of(0, 1, 2);
        assertThat(columns.texts()).containsExactly("machine_type", "job_args");
        assertThat(fit.withOneValue(own, 0))
                .containsExactly(new Group(List.of(0, 2), List.of()), new Group(List.of(1), List.of(3, 5)));
        assertThat(fit.withOneValue(own, 1))
                .containsExactly(new Group(List.of(0, 1), List.of()), new Group(List.of(2), List.of()));
    }

    /** A new job of known words is one thing, a word that no run has another. */
    @Test
    void whatIsAsInNoRunIsAsWideAsThatTurnedOut() {
        RunProcess process = ProcessTest.fitted(TWO_TYPES);
        LogVariance far = new LogVariance(1, 0);
        LogVariance near = new LogVariance(-2, 0);
        LogVariance nugget = process.spread().nugget();
        assertThat(process.spread().values()).hasSize(2).doesNotHaveDuplicates();
        RunProcess ofTypes = with(process, new HeldOutSpread(nugget, near, List.of(far, near)));
        RunProcess ofJobs = with(process, new HeldOutSpread(nugget, far, List.of(near, near)));
        RunProcess nowhere = with(process, new HeldOutSpread(nugget, near, List.of(near, near)));
        List<String> texts = process.columns().texts();
        assertThat(texts).containsExactly("machine_type", "job_args");
        PropertyValues newType = ProcessHistories.properties("a", "p", 10_000);
        PropertyValues newPair = ProcessHistories.properties("b", "n", 10_000);
        PropertyValues newBoth = ProcessHistories.properties("z", "p", 10_000);
        assertThat(width(ofTypes, newType)).isGreaterThan(1.5 * width(nowhere, newType));
        assertThat(width(ofTypes, newPair)).isEqualTo(width(nowhere, newPair));
        assertThat(width(ofTypes, newBoth)).isGreaterThan(1.5 * width(nowhere, newBoth));
        assertThat(width(ofJobs, newPair)).isGreaterThan(1.5 * width(nowhere, newPair));
        assertThat(width(ofJobs, newType)).isEqualTo(width(nowhere, newType));
    }

    private static HeldOutSpread spread(RunProcess process, LogVariance factor) {
        return spread(process, process.spread().nugget(), factor);
    }

    private static HeldOutSpread spread(RunProcess process, LogVariance nugget, LogVariance factor) {
        int texts = process.columns().textsOfPlaces();
        return new HeldOutSpread(nugget, factor, Collections.nCopies(texts, factor));
    }

    private static double width(RunProcess process, PropertyValues properties) {
        List<Run> history = process.columns().texts().size() > 1 ? TWO_TYPES : ProcessTest.STEADY.runs;
        RuntimeDistribution runtime = forecast(process, history, 8, properties);
        return Math.log(runtime.interval(0.9).upper() / runtime.interval(0.9).lower());
    }
}
