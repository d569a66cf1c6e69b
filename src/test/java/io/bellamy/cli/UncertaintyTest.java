package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runtimes and their intervals, whatever the runs are that a model was made of. */
class UncertaintyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = "nodes,runtime,machine,size\n";
    private static final String DOUBT =
            ": the data tell too little of how far runs lie apart, and the intervals are a guess";

    @TempDir
    private Path folder;

    /** Repetitions that lie orders of magnitude apart, as after a wrong unit, in contexts that have nothing in common. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theRuntimeLiesInEveryIntervalWhateverTheHistory(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 60; i++) {
            double runtime = Math.exp((i % 7 == 0 ? 10 : 4) * random.nextDouble(-1, 2));
            rows.append(String.format(
                    Locale.ROOT, "%d,%s,m%d,%d\n", 1 + random.nextInt(9), runtime, random.nextInt(4), 1000));
        }
        OwnFolder own = trained(rows.toString());
        boolean differs = false;
        for (String level : List.of("0.001", "0.5", "0.9", "0.999")) {
            for (String machine : List.of("m0", "m3", "never")) {
                JsonNode answer = predict(own, machine, "--interval", level);
                for (JsonNode point : answer.get("predictions")) {
                    double runtime = point.get("runtime_seconds").asDouble();
                    assertThat(runtime)
                            .isPositive()
                            .isBetween(
                                    point.at("/interval/lower_seconds").asDouble(),
                                    point.at("/interval/upper_seconds").asDouble());
                    differs |= point.at("/interval/upper_seconds").asDouble() > 100 * runtime;
                }
            }
        }
        assertThat(differs).as("there is an interval that is wide").isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4,50|only one run of the algorithm is known",
                "4,50;8,30|no configuration was run twice",
                "2,50;2,50;4,50;4,50|all 4 runs of the algorithm took the same time",
                "2,80;2,80;4,50;4,50|all runs that repeat another one took the same time",
                "2,80;2,81;4,50;4,51|only 2 of 4 runs repeat another one"
            })
    void whereTheDataTellNothingOfTheNoiseIntervalsAreWideAndSaidToBeAGuess(String runs, String why)
            throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (String run : Pattern.compile(";").splitAsStream(runs).toList()) {
            rows.append(run).append(",small,1000\n");
        }
        JsonNode answer = predict(trained(rows.toString()), "small");
        assertThat(answer.get("warnings").get(0).asText()).isEqualTo(why + DOUBT);
        for (JsonNode point : answer.get("predictions")) {
            assertThat(share(point)).as(point.toString()).isBetween(runs.contains("81") ? 0.035 : 0.1, 2.0);
        }
    }

    /** Single runs of twenty contexts that differ by up to 40 % for no reason that the model could know. */
    @Test
    void theIntervalBesideOneKnownRunIsWideWhereNothingTellsOfTheNoise() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 20; i++) {
            rows.append("4,")
                    .append(100 * Math.exp(0.8 * random.nextDouble(-0.5, 0.5)))
                    .append(",m")
                    .append(i)
                    .append(",1000\n");
        }
        JsonNode answer = predict(trained(rows.toString()), "m7");
        assertThat(answer.at("/fine_tuning/runs").asInt()).isEqualTo(1);
        assertThat(answer.get("warnings").get(0).asText()).isEqualTo("no configuration was run twice" + DOUBT);
        assertThat(answer.get("predictions"))
                // all runs had 4 machines: of other numbers even less is known
                .allSatisfy(point -> assertThat(share(point))
                        .isBetween(0.1, point.get("scale_out").asInt() == 4 ? 1.0 : 2.0));
    }

    /** Every night another size of data: no run repeats another one, but each has like ones beside it. */
    @Test
    void runsThatHaveLikeOnesBesideThemTellOfTheNoiseToo() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder rows = new StringBuilder(HEADER);
        for (int night = 0; night < 48; night++) {
            int nodes = 2 << night % 3;
            int size = 900 + 4 * night;
            double runtime = (20 + 0.2 * size / nodes) * Math.exp(0.03 * random.nextGaussian());
            rows.append(String.format(Locale.ROOT, "%d,%.2f,small,%d\n", nodes, runtime, size));
        }
        JsonNode answer = predict(trained(rows.toString()), "small");
        assertThat(answer.get("warnings")).isEmpty();
        assertThat(share(answer.get("predictions").get(0))).isBetween(0.03, 0.09);
    }

    /** A data set with repetitions is believed. */
    @Test
    void whereRunsWereRepeatedTheIntervalIsAsWideAsTheyLieApartAndThereIsNoWarning() throws IOException {
        OwnFolder own = OwnFolder.in(folder);
        assertThat(own.pretrain("-a", "wordcount").exitCode()).isZero();
        JsonNode answer = predict(own, "small");
        assertThat(answer.get("warnings")).isEmpty();
        assertThat(share(answer.get("predictions").get(2))).isBetween(0.02, 0.09);
    }

    private OwnFolder trained(String rows) throws IOException {
        OwnFolder own = OwnFolder.in(folder);
        Files.writeString(folder.resolve("data/own/runs.csv"), rows);
        Bellamy trained = own.pretrain("-a", "wordcount", "--trials", "1");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        return own;
    }

    private static JsonNode predict(OwnFolder own, String machine, String... more) throws IOException {
        String request = "min_scale_out: 2\nmax_scale_out: 8\n" + "essential_properties: {machine_type: " + machine
                + ", data_size_MB: 1000}\n";
        Bellamy outcome = Bellamy.runWithInput(
                request, OwnFolder.with(own.arguments("predict", "-a", "wordcount", "-o", "json", "-r", "-"), more));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        JsonNode answer = JSON.readTree(outcome.out());
        assertThat(Schemas.prediction().validate(answer)).isEmpty();
        return answer;
    }

    /** Half the interval's width as a share of the runtime. */
    private static double share(JsonNode point) {
        double width = point.at("/interval/upper_seconds").asDouble()
                - point.at("/interval/lower_seconds").asDouble();
        return width / 2 / point.get("runtime_seconds").asDouble();
    }
}
