package io.bellamy.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.bellamy.tuning.ParameterRange.Choices;
import io.bellamy.tuning.ParameterRange.NumericRange;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SearchSpaceTest {

    static Stream<Arguments> mistakes() {
        Parameter lr = new Parameter("lr", new Choices(List.of(0.1)));
        return Stream.of(
                mistake(() -> new Choices(null), "choices are null: there must be at least one"),
                mistake(() -> new Choices(List.of()), "choices are []: there must be at least one"),
                mistake(
                        () -> new Choices(Arrays.asList(1.0, null)),
                        "choices are [1.0, null]: each must be a finite number"),
                mistake(() -> new Choices(List.of(Double.NaN)), "choices are [NaN]: each must be a finite number"),
                mistake(() -> new Choices(List.of(1.0, 1.0)), "choices are [1.0, 1.0]: each must occur once"),
                mistake(
                        () -> new NumericRange(1, 1, false, false),
                        "range is 1.0 to 1.0: min must be smaller than max, and both finite"),
                mistake(
                        () -> new NumericRange(Double.NaN, 1, false, false),
                        "range is NaN to 1.0: min must be smaller than max, and both finite"),
                mistake(
                        () -> new NumericRange(0, Double.POSITIVE_INFINITY, false, false),
                        "range is 0.0 to Infinity: min must be smaller than max, and both finite"),
                mistake(() -> new NumericRange(0, 1, true, false), "min is 0.0: it must be above 0 in a log range"),
                mistake(
                        () -> new NumericRange(0.5, 2, false, true),
                        "range is 0.5 to 2.0: both must be whole numbers in an integer range"),
                mistake(() -> new Parameter(" ", lr.range()), "parameter name is ' ': it must not be blank"),
                mistake(() -> new Parameter("lr", null), "range of lr is null: there must be one"),
                mistake(
                        () -> new SearchSpace(Arrays.asList(lr, null)),
                        "parameters are [Parameter[name=lr, range=Choices[values=[0.1]]], null]: none may be null"),
                mistake(() -> new SearchSpace(List.of()), "parameters are []: there must be at least one"),
                mistake(() -> new SearchSpace(List.of(lr, lr)), "parameters are [lr, lr]: each name must occur once"));
    }

    private static Arguments mistake(ThrowingCallable attempt, String message) {
        return Arguments.of(message, attempt);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void refusesWithTheValueAndTheRule(String message, ThrowingCallable attempt) {
        assertThatIllegalArgumentException().isThrownBy(attempt).withMessage(message);
    }

    @Test
    void axisAndValueLeadBackToEachOtherAndNeverOutside() {
        NumericRange log = new NumericRange(0.001, 0.1, true, false);
        assertThat(log.fromAxis(log.axisLow())).isBetween(0.001, 0.001 + 3e-19);
        assertThat(log.fromAxis(log.axisHigh())).isBetween(0.1 - 1e-16, 0.1);

        NumericRange whole = new NumericRange(1, 9, true, true);
        assertThat(whole.fromAxis(whole.axisHigh())).isEqualTo(9);
        assertThat(whole.fromAxis(whole.toAxis(4))).isEqualTo(4);
    }

    @Test
    void wholeNumbersAtTheEndsAreDrawnAsOftenAsOthers() {
        NumericRange range = new NumericRange(0, 3, false, true);
        SplittableRandom random = new SplittableRandom(1);

        long ends = DoubleStream.generate(() -> range.draw(random))
                .limit(10_000)
                .filter(value -> value == 0)
                .count();

        assertThat(ends).isBetween(2370L, 2630L);
    }
}
