package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import io.bellamy.model.Grounds;
import io.bellamy.model.PossibleChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One or two runs as no other before them, the newest: exceptions, or the first of many. */
class PossibleStepsTest {

    static final int NIGHTS = 40;
    static final PropertyValues ASKED = ProcessHistories.properties("b", "m", 60_000);
    static final double TRUTH = ProcessHistories.truth("b", 8, 60_000);

    /** A steady job alone, then some nights without it, then it ran some nights again. */
    static List<Run> after(int without, double... factors) {
        ProcessHistories histories = new ProcessHistories(7).job("b", "m", NIGHTS, 1, 0);
        LocalDate day = ProcessHistories.START.plusDays(NIGHTS + without);
        for (double factor : factors) {
            histories.add("b", "m", 8, 60_000, factor, day);
            day = day.plusDays(1);
        }
        return histories.runs;
    }

    static RuntimeDistribution runtime(RunProcess process, List<Run> known) {
        return ProcessTest.forecast(process, known, 8, ASKED, List.of());
    }

    private static Grounds grounds(RunProcess process, List<Run> known) {
        return new ProcessOfHistory(process, known).around(ASKED, List.of()).grounds(new PlannedRun(8, ASKED));
    }

    static Optional<PossibleChange> possible(RunProcess process, List<Run> known) {
        return grounds(process, known).possibleChange();
    }

    /** After a pause a level that moves would explain it, and a model that has seen it would know nothing else. */
    @ParameterizedTest
    @CsvSource({
        "0, 1.35, true",
        "14, 1.35, true",
        "14, 2, true",
        "14, 0.6, true",
        "90, 2, true",
        "90, 1.14, true",
        "90, 1.17, true",
        "90, 1.2, true",
        "14, 1.35, false",
        "90, 2, false"
    })
    void ofOneNobodyKnows(int without, double factor, boolean seen) {
        List<Run> known = after(without, factor);
        RunProcess process = ProcessTest.fitted(seen ? known : after(without));
        RuntimeDistribution runtime = runtime(process, known);
        assertThat(runtime.quantile(0.05)).isLessThan(TRUTH * Math.min(1, factor));
        assertThat(runtime.quantile(0.95)).isGreaterThan(TRUTH * Math.max(1, factor));
        // more likely than not it is an exception
        assertThat(Math.log(runtime.median() / TRUTH)).isCloseTo(0, within(0.05));
        Grounds grounds = grounds(process, known);
        assertThat(grounds.change()).isEmpty();
        PossibleChange change = grounds.possibleChange().orElseThrow();
        assertThat(change.runs()).isEqualTo(1);
        assertThat(change.since()).isEqualTo(ProcessHistories.START.plusDays(NIGHTS + without));
        assertThat(Math.log(change.ratio() / factor)).isCloseTo(0, within(0.08));
        assertThat(change.atLeast()).isFalse();
        assertThat(change.probability()).isCloseTo(1 / 3.0, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({"0, 1.35, true", "14, 2, true", "14, 1.35, false"})
    void twoAreMoreLikelyTheFirstOfMany(int without, double factor, boolean seen) {
        List<Run> known = after(without, factor, factor);
        RunProcess process = ProcessTest.fitted(seen ? known : after(without));
        RuntimeDistribution runtime = runtime(process, known);
        assertThat(Math.log(runtime.median() / TRUTH / factor)).isCloseTo(0, within(0.06));
        assertThat(runtime.quantile(0.05)).isLessThan(TRUTH);
        assertThat(grounds(process, known).change()).isEmpty();
        PossibleChange change = possible(process, known).orElseThrow();
        assertThat(change.runs()).isEqualTo(2);
        assertThat(change.probability()).isCloseTo(2 / 3.0, within(0.02));
    }

    @Test
    void threeAreAChange() {
        List<Run> known = after(14, 1.35, 1.35, 1.35);
        RunProcess process = ProcessTest.fitted(known);
        assertThat(runtime(process, known).quantile(0.05)).isGreaterThan(1.1 * TRUTH);
        assertThat(grounds(process, known).change()).isPresent();
        assertThat(possible(process, known)).isEmpty();
    }

    @Test
    void nothingIsLearnedOfIt() {
        RunProcess with = ProcessTest.fitted(after(14, 2));
        RunProcess without = ProcessTest.fitted(after(14));
        assertThat(with.scatter().share()).isZero();
        assertThat(with.scatter().deviation()).isCloseTo(without.scatter().deviation(), within(0.0001));
        List<String> job = List.of("m", "b");
        assertThat(with.relevances().of(job)).isCloseTo(without.relevances().of(job), within(0.001));
    }

    /** But a little beyond what was tried nothing new begins. */
    @Test
    void whatIsALittleLargerThanEverMayBeOne() {
        List<Run> known = new ArrayList<>(after(14));
        PropertyValues larger = ProcessHistories.properties("b", "m", 78_000);
        double seconds = 1.6 * ProcessHistories.truth("b", 8, 78_000);
        known.add(new Run(8, seconds, larger, Optional.of(ProcessHistories.START.plusDays(NIGHTS + 14))));
        assertThat(possible(ProcessTest.fitted(known), known)).isPresent();
    }

    /** What happened to many jobs on one day tells nothing of one that was as ever. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void oneNightOfManyJobsIsOneNight(int nights) {
        ProcessHistories histories = new ProcessHistories(4);
        List<String> slow = List.of("a", "c", "d", "e", "f");
        for (String job : List.of("a", "b", "c", "d", "e", "f")) {
            histories.job(job, "m", NIGHTS, 1, 0);
            for (int night = 0; night < nights; night++) {
                double factor = slow.contains(job) ? 1.4 + 0.15 * slow.indexOf(job) : 1;
                histories.add(job, "m", 8, 60_000, factor, ProcessHistories.START.plusDays(NIGHTS + 21 + night));
            }
        }
        RunProcess process = ProcessTest.fitted(histories.runs);
        ProcessOfHistory informed = new ProcessOfHistory(process, histories.runs);
        for (String job : slow) {
            PropertyValues asked = ProcessHistories.properties(job, "m", 60_000);
            PossibleChange change = informed.around(asked, List.of())
                    .grounds(new PlannedRun(8, asked))
                    .possibleChange()
                    .orElseThrow();
            assertThat(change.runs()).as(job).isEqualTo(nights);
            assertThat(Math.log(change.ratio() / (1.4 + 0.15 * slow.indexOf(job))))
                    .as(job)
                    .isCloseTo(0, within(0.06));
        }
        assertThat(possible(process, histories.runs)).isEmpty();
        RuntimeDistribution runtime = runtime(process, histories.runs);
        assertThat(Math.log(runtime.median() / TRUTH)).isCloseTo(0, within(0.03));
        assertThat(ProcessTest.width(runtime)).isLessThan(0.15);
    }

    /** After so long it moves the level, but tells no change. */
    @Test
    void whatOneMovesIsToldByMore() {
        List<Run> known = after(90, 1.12);
        assertThat(grounds(ProcessTest.fitted(known), known).change()).isEmpty();
    }

    /** Though stragglers are known, which are not like it: the run before it was usual. */
    @Test
    void whatIsNoStragglerIsOneRun() {
        List<Run> known = new ArrayList<>();
        for (Run run : after(14, 1, 1.9)) {
            double factor = known.size() % 12 == 4 ? 1.15 : 1;
            known.add(new Run(run.scaleOut(), factor * run.runtime(), run.properties(), run.measured()));
        }
        RunProcess process = ProcessTest.fitted(known);
        assertThat(process.scatter().share()).isGreaterThan(0.01);
        assertThat(process.scatter().shift()).isLessThan(0.3);
        PossibleChange change = possible(process, known).orElseThrow();
        assertThat(change.runs()).isEqualTo(1);
        assertThat(Math.log(change.ratio() / 1.9)).isCloseTo(0, within(0.08));
    }

    @Test
    void oneThatWasStoppedMayHaveTakenMore() {
        List<Run> known = new ArrayList<>(after(0));
        LocalDate day = ProcessHistories.START.plusDays(NIGHTS);
        known.add(new Run(8, 1.5 * TRUTH, ASKED, Optional.of(day), false));
        RunProcess process = ProcessTest.fitted(after(0));
        PossibleChange change = possible(process, known).orElseThrow();
        assertThat(change.atLeast()).isTrue();
        assertThat(Math.log(change.ratio() / 1.5)).isCloseTo(0, within(0.08));
        assertThat(runtime(process, known).quantile(0.95)).isGreaterThan(1.5 * TRUTH);
    }
}
