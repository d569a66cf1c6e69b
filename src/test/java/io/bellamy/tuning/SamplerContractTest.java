package io.bellamy.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.tuning.ParameterRange.Choices;
import io.bellamy.tuning.ParameterRange.NumericRange;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every sampler must do. */
class SamplerContractTest {

    private static final SearchSpace SPACE = new SearchSpace(List.of(
            new Parameter("choice", new Choices(List.of(0.3, 0.1, 0.2))),
            new Parameter("uniform", new NumericRange(-1, 1, false, false)),
            new Parameter("log", new NumericRange(1e-5, 0.1, true, false)),
            new Parameter("integer", new NumericRange(-2, 3, false, true)),
            new Parameter("log integer", new NumericRange(1, 64, true, true))));

    static Stream<Named<Sampler>> samplers() {
        ParzenOptions narrow = new ParzenOptions(0.5, false, false, true);
        return Stream.of(
                Named.of("random", new RandomSampler()),
                Named.of("TPE", new TpeSampler(TpeSampler.TpeOptions.DEFAULTS)),
                Named.of(
                        "TPE without start-up",
                        new TpeSampler(new TpeSampler.TpeOptions(0, 24, ParzenOptions.DEFAULTS))),
                Named.of("TPE without prior and clip", new TpeSampler(new TpeSampler.TpeOptions(0, 1, narrow))));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void staysInsideTheSpaceWhateverIsKnown(Sampler sampler) {
        for (int seed = 0; seed < 20; seed++) {
            for (List<Observation> finished : List.of(observed(0), observed(1), observed(40), onlyNaN(40))) {
                for (List<Trial> pending : List.of(List.<Trial>of(), pending(4))) {
                    SPACE.check(suggest(sampler, finished, pending, seed));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void givesTheSameForTheSameSeedInWhateverOrderTrialsEnded(Sampler sampler) {
        List<Observation> shuffled = Stream.concat(
                        observed(40).subList(17, 40).stream(), observed(40).subList(0, 17).stream())
                .toList();
        List<Trial> reversed =
                IntStream.of(3, 2, 1, 0).mapToObj(pending(4)::get).toList();

        Map<String, Double> suggested = suggest(sampler, observed(40), pending(4), 7);

        assertThat(suggest(sampler, shuffled, reversed, 7)).isEqualTo(suggested);
        assertThat(suggest(sampler, observed(40), pending(4), 8)).isNotEqualTo(suggested);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void reachesEveryValueOfASmallSpaceWhenNothingIsKnown(Sampler sampler) {
        List<Map<String, Double>> suggestions = IntStream.range(0, 200)
                .mapToObj(seed -> suggest(sampler, List.of(), List.of(), seed))
                .toList();

        assertThat(suggestions).extracting(values -> values.get("choice")).contains(0.1, 0.2, 0.3);
        assertThat(suggestions).extracting(values -> values.get("integer")).contains(-2.0, -1.0, 0.0, 1.0, 2.0, 3.0);
    }

    private static Map<String, Double> suggest(
            Sampler sampler, List<Observation> finished, List<Trial> pending, long seed) {
        return sampler.suggest(SPACE, finished, pending, new SplittableRandom(seed));
    }

    /** Trials at random places, among them the ends of the ranges; every tenth has the value NaN, some are equal. */
    private static List<Observation> observed(int n) {
        return IntStream.range(0, n)
                .mapToObj(number -> new Observation(trial(number), number % 10 == 9 ? Double.NaN : number % 7))
                .toList();
    }

    private static List<Observation> onlyNaN(int n) {
        return observed(n).stream()
                .map(seen -> new Observation(seen.trial(), Double.NaN))
                .toList();
    }

    private static List<Trial> pending(int n) {
        return IntStream.range(40, 40 + n).mapToObj(SamplerContractTest::trial).toList();
    }

    private static Trial trial(int number) {
        if (number == 7) {
            return new Trial(number, SPACE.fill(parameter -> end(parameter.range())));
        }
        SplittableRandom random = new SplittableRandom(number);
        return new Trial(number, SPACE.fill(parameter -> parameter.range().draw(random)));
    }

    private static double end(ParameterRange range) {
        return range instanceof NumericRange numeric
                ? numeric.max()
                : ((Choices) range).values().get(0);
    }
}
