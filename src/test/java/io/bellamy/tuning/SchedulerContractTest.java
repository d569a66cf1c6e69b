package io.bellamy.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every scheduler must do, on a clock that is only counted: nothing is trained. */
class SchedulerContractTest {

    private static final int TRIALS = 20;

    static Stream<Named<Supplier<Scheduler>>> schedulers() {
        return Stream.of(
                Named.of("no pruning", () -> new NoPruning(100)),
                Named.of("ASHA", () -> new SuccessiveHalving(new SuccessiveHalving.HalvingOptions(10, 2, 100))),
                Named.of(
                        "ASHA with a rung at the end",
                        () -> new SuccessiveHalving(new SuccessiveHalving.HalvingOptions(25, 4, 100))));
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void endsEveryTrialAtTheMaxEpochsAtTheLatest(Supplier<Scheduler> scheduler) {
        for (int step : new int[] {1, 7, 1000}) {
            assertThat(endings(scheduler.get(), step, value -> value))
                    .isNotEmpty()
                    .allSatisfy(epoch -> assertThat(epoch).isBetween(1, 100 + step - 1));
        }
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void neverStopsTheBestTrialEarly(Supplier<Scheduler> scheduler) {
        List<Integer> endings = endings(scheduler.get(), 1, value -> value);

        assertThat(endings.get(bestTrial())).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void letsTrialsWithoutValueRunToTheEnd(Supplier<Scheduler> scheduler) {
        assertThat(endings(scheduler.get(), 1, value -> Double.NaN)).containsOnly(100);
    }

    /** What it says it would not remember may as well not be reported. */
    @ParameterizedTest
    @MethodSource("schedulers")
    void forgetsWhatItDoesNotRemember(Supplier<Scheduler> scheduler) {
        SplittableRandom random = new SplittableRandom(1);
        Scheduler told = scheduler.get();
        Scheduler toldLess = scheduler.get();
        for (int epoch = 1; epoch < 100; epoch += 3) {
            for (int trial = 0; trial < TRIALS; trial++) {
                double value = random.nextDouble();
                boolean remembered = told.remembers(trial, epoch);
                assertThat(toldLess.remembers(trial, epoch)).isEqualTo(remembered);
                Decision decision = told.report(trial, epoch, value);
                assertThat(remembered ? toldLess.report(trial, epoch, value) : Decision.CONTINUE)
                        .isEqualTo(decision);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void decidesTheSameOnTheSameReports(Supplier<Scheduler> scheduler) {
        assertThat(endings(scheduler.get(), 3, value -> value)).isEqualTo(endings(scheduler.get(), 3, value -> value));
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void refusesAnEpochBelowOne(Supplier<Scheduler> scheduler) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scheduler.get().report(0, 0, 1))
                .withMessage("epoch is 0: it must be 1 or more");
    }

    /** The last epoch of each of some trials that run side by side, each at a level of its own. */
    private static List<Integer> endings(Scheduler scheduler, int step, DoubleUnaryOperator seen) {
        List<Integer> endings = new ArrayList<>();
        List<Double> levels = levels();
        levels.forEach(level -> endings.add(0));
        for (int epoch = step; endings.contains(0); epoch += step) {
            for (int trial = 0; trial < TRIALS; trial++) {
                double value = seen.applyAsDouble(levels.get(trial) * (1 + 1.0 / epoch));
                if (endings.get(trial) == 0 && scheduler.report(trial, epoch, value) == Decision.STOP) {
                    endings.set(trial, epoch);
                }
            }
        }
        return endings;
    }

    private static List<Double> levels() {
        return new SplittableRandom(5).doubles(TRIALS, 10, 20).boxed().toList();
    }

    private static int bestTrial() {
        return levels().indexOf(levels().stream().min(Double::compare).orElseThrow());
    }
}
