package io.bellamy.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.job.Context;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkRunsTest {

    private static final List<String> ESSENTIAL = List.of("job");

    private static List<Run> runs(int contexts, int scaleOuts, int repetitions) {
        List<Run> runs = new ArrayList<>();
        for (int context = 0; context < contexts; context++) {
            PropertyValues job = PropertyValues.of(PropertyDefinitions.NONE, Map.of("job", "job " + context));
            for (int scaleOut = 1; scaleOut <= scaleOuts; scaleOut++) {
                for (int repetition = 0; repetition < repetitions; repetition++) {
                    runs.add(new Run(scaleOut, 10 + repetition, job));
                }
            }
        }
        return runs;
    }

    @ParameterizedTest
    @CsvSource({"47,6,5", "300,1,1", "1,300,1"})
    void fewAreLeftAsTheyAre(int contexts, int scaleOuts, int repetitions) {
        List<Run> runs = runs(contexts, scaleOuts, repetitions);
        assertThat(NetworkRuns.some(runs, ESSENTIAL)).isSameAs(runs);
    }

    @ParameterizedTest
    @CsvSource({"5000,1,1,300", "500,6,5,300", "1,6,2000,6", "2,400,3,300", "40,6,900,240"})
    void ofManySomeStandForAll(int contexts, int scaleOuts, int repetitions, int configurations) {
        List<Run> runs = runs(contexts, scaleOuts, repetitions);
        List<Run> some = NetworkRuns.some(runs, ESSENTIAL);
        assertThat(runs).containsAll(some);
        assertThat(some.stream()
                        .map(run -> run.essential("job") + " " + run.scaleOut())
                        .distinct())
                .hasSize(configurations);
        assertThat(some).hasSizeLessThanOrEqualTo(8 * configurations);
        // what is learned from is spread over all, not the beginning
        List<String> known = Stream.of(runs, some).map(NetworkRunsTest::last).toList();
        assertThat(Context.of(some, ESSENTIAL)).hasSizeGreaterThan(Math.min(contexts, 49) / 2);
        assertThat(Integer.parseInt(known.get(1).substring(4)))
                .isGreaterThanOrEqualTo(Integer.parseInt(known.get(0).substring(4)) * 9 / 10);
    }

    private static String last(List<Run> runs) {
        return runs.get(runs.size() - 1).essential("job");
    }
}
