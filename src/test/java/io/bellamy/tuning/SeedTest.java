package io.bellamy.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeedTest {

    private static final List<String> STREAMS = List.of("weights", "shuffle", "noise", "dropout", "", "a", "aa");

    @Test
    void everyStudyTrialAndStreamHasASeedOfItsOwn() {
        List<Long> seeds = LongStream.range(-20, 20)
                .boxed()
                .flatMap(study -> Stream.iterate(0, number -> number < 50, number -> number + 1)
                        .map(number -> Seed.forTrial(study, number)))
                .flatMap(seed ->
                        Stream.concat(Stream.of(seed.value()), STREAMS.stream().map(name -> seed.stream(name)
                                .value())))
                .toList();

        assertThat(seeds).doesNotHaveDuplicates();
        // well mixed: half of all bits are set
        assertThat(seeds.stream().mapToInt(Long::bitCount).average().orElseThrow())
                .isEqualTo(32, within(0.2));
    }

    @Test
    void theSameNamesGiveTheSameNumbersAgain() {
        Seed seed = Seed.forTrial(42, 3).stream("noise");

        assertThat(seed).isEqualTo(Seed.forTrial(42, 3).stream("noise"));
        assertThat(seed.generator().nextLong()).isEqualTo(seed.generator().nextLong());
    }

    /** All ways in which numbers are drawn here, from where a generator was kept. */
    @Test
    void aGeneratorGoesOnFromItsPositionAndGivesTheNumbersOfTheLibrarys() {
        Seed seed = Seed.forTrial(7, 1).stream("noise");
        SplittableRandom expected = new SplittableRandom(seed.value());
        SeededRandom random = seed.generator();
        for (int i = 1; i < 1000; i++) {
            assertThat(random.nextInt(i)).isEqualTo(expected.nextInt(i));
            assertThat(random.nextGaussian()).isEqualTo(expected.nextGaussian());
            random = new SeededRandom(random.position());
            assertThat(random.nextDouble()).isEqualTo(expected.nextDouble());
            assertThat(random.nextLong()).isEqualTo(expected.nextLong());
        }
    }
}
