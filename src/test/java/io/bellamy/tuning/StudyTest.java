package io.bellamy.tuning;

import static io.bellamy.tuning.Decision.CONTINUE;
import static io.bellamy.tuning.Decision.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.tuning.ParameterRange.Choices;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StudyTest {

    static final SearchSpace SPACE = new SearchSpace(List.of(
            new Parameter("dropout", new Choices(List.of(0.05, 0.1, 0.2))),
            new Parameter("lr", new Choices(List.of(0.1, 0.01, 0.001))),
            new Parameter("weight_decay", new Choices(List.of(0.01, 0.001, 0.0001)))));

    @Test
    void handsOutAsManyTrialsAsAskedFor() {
        Study study = study(new RandomSampler(), 3, OptionalDouble.empty());

        assertThat(List.of(start(study), start(study), start(study)))
                .extracting(Trial::number)
                .containsExactly(0, 1, 2);
        assertThat(study.next()).isEmpty();
        assertThat(study.results()).extracting(TrialResult::state).containsOnly(TrialState.RUNNING);
    }

    /** What is under way may still become the best; what ended before it was tried in vain. */
    @Test
    void handsOutNoMoreOnceEnoughTrialsAfterTheBestHaveEnded() {
        Study study = new Study(
                SPACE,
                new RandomSampler(),
                new NoPruning(10),
                new Study.StudyOptions(7, 12, 2, OptionalDouble.empty()));
        double[] values = {5, 6, 3, 4};
        for (double value : values) {
            study.report(start(study), 10, value);
        }
        Trial under = start(study);
        Trial worse = start(study);
        study.report(worse, 10, Double.NaN);
        assertThat(study.next()).isEmpty();
        study.report(under, 5, 2);
        assertThat(study.next()).isPresent();
    }

    @Test
    void keepsTheBestValueOfATrialAtAnyEpoch() {
        Study study = study(new RandomSampler(), 1, OptionalDouble.empty());
        Trial trial = start(study);
        double[] values = {Double.NaN, 5, 3, Double.NEGATIVE_INFINITY, 3, 4};
        for (int i = 0; i < values.length; i++) {
            assertThat(study.report(trial, i + 1, values[i])).isEqualTo(CONTINUE);
        }

        TrialResult result = study.results().get(0);

        assertThat(result.best()).contains(new Measurement(3, 3));
        assertThat(result.last()).contains(new Measurement(6, 4));
        assertThat(result.epochs()).isEqualTo(6);
        assertThat(study.best()).contains(result);
    }

    @Test
    void tellsPrunedTrialsFromCompleteOnes() {
        Study study = study(new RandomSampler(), 4, OptionalDouble.of(0));
        Trial good = start(study);
        Trial bad = start(study);
        Trial perfect = start(study);

        assertThat(study.report(good, 2, 1)).isEqualTo(CONTINUE);
        assertThat(study.report(bad, 2, 2)).isEqualTo(STOP);
        assertThat(study.report(perfect, 1, Double.NEGATIVE_INFINITY)).isEqualTo(CONTINUE);
        assertThat(study.report(perfect, 2, 0)).isEqualTo(STOP);
        assertThat(study.report(good, 10, 0.5)).isEqualTo(STOP);
        start(study);

        assertThat(study.results())
                .extracting(TrialResult::state)
                .containsExactly(TrialState.COMPLETE, TrialState.PRUNED, TrialState.COMPLETE, TrialState.RUNNING);
        assertThat(study.best()).map(result -> result.trial()).contains(perfect);
    }

    @Test
    void aTrialWithoutFiniteValueNeverWins() {
        Study study = study(new RandomSampler(), 2, OptionalDouble.empty());
        Trial trial = start(study);
        study.report(trial, 1, Double.NaN);
        study.report(trial, 2, Double.POSITIVE_INFINITY);

        assertThat(study.best()).isEmpty();
    }

    @Test
    void theSamplerSeesTheBestValueOfEndedTrialsAndWhichAreRunning() {
        List<Observation> finished = new ArrayList<>();
        List<Trial> pending = new ArrayList<>();
        Sampler watching = (space, seen, running, random) -> {
            finished.clear();
            finished.addAll(seen);
            pending.clear();
            pending.addAll(running);
            return new RandomSampler().suggest(space, seen, running, random);
        };
        Study study = study(watching, 4, OptionalDouble.empty());
        Trial ended = start(study);
        Trial failed = start(study);
        Trial running = start(study);
        study.report(ended, 1, 2);
        study.report(ended, 10, 3);
        study.report(failed, 10, Double.NaN);
        start(study);

        assertThat(finished).containsExactly(new Observation(ended, 2), new Observation(failed, Double.NaN));
        assertThat(pending).containsExactly(running);
    }

    @Test
    void theSameSeedAndReportsGiveTheSameStudy() {
        assertThat(run(42)).isEqualTo(run(42));
        assertThat(run(42)).isNotEqualTo(run(43));
    }

    /** After every report another study takes over; what it is given stays small. */
    @Test
    void goesOnElsewhereAsIfNothingHadHappened() {
        for (Supplier<Scheduler> scheduler : List.<Supplier<Scheduler>>of(
                () -> new SuccessiveHalving(new SuccessiveHalving.HalvingOptions(10, 2, 25)),
                () -> new NoPruning(25))) {
            Study.StudyOptions options = new Study.StudyOptions(42, 12, 12, OptionalDouble.of(0.011));
            Supplier<Study> studies = () -> new Study(
                    SPACE,
                    new TpeSampler(new TpeSampler.TpeOptions(3, 24, ParzenOptions.DEFAULTS)),
                    scheduler.get(),
                    options);
            List<TrialResult> expected = run(studies.get(), study -> study);
            List<TrialResult> results = run(studies.get(), study -> {
                Study.StudyState state = study.state();
                assertThat(state.reports())
                        .hasSizeLessThanOrEqualTo(4 * state.trials().size());
                Study next = studies.get();
                next.restore(state);
                assertThat(next.state()).isEqualTo(state);
                assertThat(next.results()).isEqualTo(study.results());
                return next;
            });
            assertThat(results).isEqualTo(expected);
            assertThat(expected).extracting(TrialResult::epochs).contains(25);
        }
    }

    /** Twelve trials, four at a time, each an epoch in turn. */
    private static List<TrialResult> run(long seed) {
        Scheduler scheduler = new SuccessiveHalving(new SuccessiveHalving.HalvingOptions(10, 2, 25));
        Study study = new Study(
                SPACE,
                new TpeSampler(TpeSampler.TpeOptions.DEFAULTS),
                scheduler,
                new Study.StudyOptions(seed, 12, 12, OptionalDouble.empty()));
        return run(study, same -> same);
    }

    /** After every report another study may take over. */
    private static List<TrialResult> run(Study first, UnaryOperator<Study> after) {
        Study study = first;
        Deque<Trial> running = new ArrayDeque<>();
        int[] epochs = new int[12];
        do {
            while (running.size() < 4 && study.results().size() < 12) {
                running.add(start(study));
            }
            Trial trial = running.remove();
            int epoch = ++epochs[trial.number()];
            double noise =
                    study.seedOf(trial.number()).stream("noise").generator().nextDouble();
            if (study.report(trial, epoch, trial.parameter("lr") + noise / epoch) == CONTINUE) {
                running.add(trial);
            }
            study = after.apply(study);
        } while (!running.isEmpty());
        return study.results();
    }

    static Trial start(Study study) {
        return study.next().orElseThrow();
    }

    static Study study(Sampler sampler, int trials, OptionalDouble stopAt) {
        Scheduler scheduler = new SuccessiveHalving(new SuccessiveHalving.HalvingOptions(2, 2, 10));
        return new Study(SPACE, sampler, scheduler, new Study.StudyOptions(7, trials, trials, stopAt));
    }
}
