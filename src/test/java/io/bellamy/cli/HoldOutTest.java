package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Whole values held out in turn, through the real command line. */
class HoldOutTest extends HistoryCases {

    private static final String METHODS = "bellamy,gaussian-process,gaussian-process-history,last-scaled,last-median";

    private static List<String> predicted(List<CSVRecord> rows, String column, String value) {
        return rows.stream()
                .filter(row -> row.get(column).equals(value))
                .map(row -> row.get("predicted"))
                .toList();
    }

    @Test
    void nothingOfAHeldOutValueIsKnownButItsPoints() throws IOException {
        String[] order = {
            "--hold-out", "machine_type", "-a", "etl", "--splits", "3", "--points", "0", "--methods", METHODS
        };
        List<CSVRecord> honest = predictions("honest", order);
        assertThat(honest).hasSize(5 * 2 * 3);
        write(
                "etl",
                history(1).stream()
                        .map(row -> row.machine().equals("small") ? row.times(7) : row)
                        .toList());
        List<CSVRecord> planted = predictions("planted", order);
        assertThat(predicted(planted, "context", "small"))
                .hasSize(15)
                .doesNotContain("")
                .isEqualTo(predicted(honest, "context", "small"));
        assertThat(predicted(planted, "context", "large"))
                .doesNotContainAnyElementsOf(predicted(honest, "context", "large"));
    }

    @Test
    void pointsOfTheValueAreKnownWhateverTheirContexts() throws IOException {
        List<CSVRecord> rows = predictions(
                "points",
                "--hold-out",
                "job_args",
                "--splits",
                "4",
                "--points",
                "0-2",
                "--methods",
                "gaussian-process-history,last-scaled",
                "--only",
                "job_args=job1");
        assertThat(rows).extracting(row -> row.get("context")).containsOnly("job1");
        long job1 = history(1).stream().filter(row -> row.args().equals("job1")).count();
        for (CSVRecord row : rows) {
            int n = Integer.parseInt(row.get("n"));
            assertThat(row.get("known")).isEqualTo(Long.toString(30 - job1 + n));
            // every size is another, so no point is of the run's own context
            assertThat(row.get("known_of_context")).isEqualTo("0");
            List<Integer> points = Stream.of(row.get("training_scale_outs").split(" "))
                    .filter(text -> !text.isEmpty())
                    .map(Integer::valueOf)
                    .toList();
            assertThat(points).hasSize(n).isSorted();
            int asked = Integer.parseInt(row.get("scale_out"));
            boolean inside = n > 0 && points.get(0) <= asked && asked <= points.get(n - 1);
            assertThat(row.get("kind")).isEqualTo(inside ? "interpolation" : "extrapolation");
        }
        JsonNode summary = JSON.readTree(folder.resolve("points/summary.json").toFile());
        assertThat(Schemas.of("evaluation").validate(summary)).isEmpty();
        assertThat(summary.at("/protocol/property").asText()).isEqualTo("job_args");
        assertThat(Files.readString(folder.resolve("points/table.txt")))
                .contains("etl, 1 value of job_args", "mean |ln predicted - ln actual|", "in 50 %");
    }

    @Test
    void anAlgorithmHeldOutIsPredictedFromTheOthersAlone() throws IOException {
        String[] order = {
            "--hold-out", "algorithm", "--splits", "3", "--points", "0-1", "--methods", METHODS, "--resume"
        };
        List<CSVRecord> honest = predictions("algorithms", order);
        assertThat(predicted(honest, "n", "0")).hasSize(5 * 2 * 3).doesNotContain("");
        // the part of ml is made anew as well, since what it is learned from has changed
        write("etl", history(1).stream().map(row -> row.times(7)).toList());
        List<CSVRecord> planted = predictions("algorithms", order);
        for (int i = 0; i < honest.size(); i++) {
            CSVRecord before = honest.get(i);
            if (before.get("n").equals("0")) {
                assertThat(planted.get(i).get("predicted").equals(before.get("predicted")))
                        .as("%s", before)
                        .isEqualTo(before.get("algorithm").equals("etl"));
            }
        }
        Bellamy alone = evaluate("alone", "--hold-out", "algorithm", "-a", "etl");
        assertThat(alone.exitCode()).isEqualTo(3);
        assertThat(alone.err()).contains("nothing can be asked", "another algorithm");
    }

    @Test
    void saysWhichPropertiesThereAre() {
        Bellamy refused = evaluate("refused", "--hold-out", "colour", "--variant", "strict");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--variant: must not be given with --hold-out");
        Bellamy unknown = evaluate("refused", "--hold-out", "colour");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("hold-out: 'colour' must be algorithm or a property of the runs: data_size_MB, job_args,"
                        + " machine_type, slots");
    }

    @Test
    void dataWithoutContextsThatCanBeAskedSayHowElse() throws IOException {
        Bellamy contexts = evaluate("contexts", "-a", "etl", "--contexts", "2", "--splits", "1", "--methods", "forest");
        assertThat(contexts.exitCode()).as(contexts.err()).isZero();
        assertThat(contexts.err()).contains("nothing is asked with a training point", "--protocol next-run");
        assertThat(contexts.out()).contains("mean relative error").doesNotContain("90 % intervals");
        Bellamy none = evaluate("none", "--points", "1-3");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("no context can be held out", "--hold-out holds out whole values");
    }

    @Test
    void finishedPartsOfOtherProtocolsAreNotTakenUp() throws IOException {
        String[] common = {"-a", "etl", "--methods", "last-scaled", "--resume", "-o", "json"};
        for (List<String> protocol : List.of(
                List.of("--hold-out", "machine_type", "--points", "0"),
                List.of("--hold-out", "job_args", "--points", "0"),
                List.of("--protocol", "next-run"),
                // which comes to the same questions
                List.of("--protocol", "next-run", "--questions", "300"))) {
            String[] order = Stream.concat(Stream.of(common), protocol.stream()).toArray(String[]::new);
            Bellamy first = evaluate("resumed", order);
            assertThat(EvaluateCases.seconds(first, "last-scaled")).isLessThan(12345);
            EvaluateCases.mark(folder.resolve("resumed/parts/etl-last-scaled.json"));
            assertThat(EvaluateCases.seconds(evaluate("resumed", order), "last-scaled"))
                    .isEqualTo(12345);
        }
    }
}
