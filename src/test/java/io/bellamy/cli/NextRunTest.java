package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Each run predicted from those of the days before it, through the real command line. */
class NextRunTest extends HistoryCases {

    private static final String[] ALL_METHODS = {
        "--protocol",
        "next-run",
        "-a",
        "etl",
        "--blocks",
        "2",
        "--methods",
        "bellamy,gaussian-process,gaussian-process-history,last-scaled,last-median"
    };

    @Test
    void asksAboutRunsAfterTheFirstThirdAndKnowsThoseOfTheDaysBefore() throws IOException {
        List<CSVRecord> rows = predictions(
                "some", "--protocol", "next-run", "--questions", "8", "--methods", "last-scaled,last-median");
        // of two algorithms two methods
        assertThat(rows).hasSize(2 * 2 * 8);
        for (CSVRecord row : rows) {
            long before = 2 * ChronoUnit.DAYS.between(FIRST, day(row));
            assertThat(before).isGreaterThanOrEqualTo(10);
            assertThat(row.get("known")).isEqualTo(Long.toString(before));
            assertThat(row.get("kind")).isEqualTo("next");
            assertThat(row.get("n")).isEqualTo("0");
        }
        assertThat(rows.stream().map(HistoryCases::day).distinct()).hasSizeGreaterThan(5);
        assertThat(Files.readString(folder.resolve("some/table.txt")))
                .contains("etl, 8 runs", "all algorithms, 16 runs")
                .contains("note: etl: 8 of 20 runs are asked about")
                .containsPattern("last-median +\\d\\.\\d{3}");
    }

    @Test
    void nothingOfTheSameDayOrLaterMovesAForecast() throws IOException {
        LocalDate changed = FIRST.plusDays(10);
        List<CSVRecord> honest = predictions("honest", ALL_METHODS);
        write(
                "etl",
                history(1).stream()
                        .map(row -> row.day().isBefore(changed) ? row : row.times(7))
                        .toList());
        List<CSVRecord> planted = predictions("planted", ALL_METHODS);
        assertThat(honest).hasSameSizeAs(planted).hasSize(5 * 20);
        for (int i = 0; i < honest.size(); i++) {
            String predicted = honest.get(i).get("predicted");
            if (day(honest.get(i)).isAfter(changed)) {
                assertThat(planted.get(i).get("predicted"))
                        .as("%s", honest.get(i))
                        .isNotEmpty();
            } else {
                assertThat(planted.get(i).get("predicted"))
                        .as("%s", honest.get(i))
                        .isEqualTo(predicted);
            }
        }
        Map<String, Long> moved = planted.stream()
                .filter(row -> day(row).isAfter(changed))
                .filter(row ->
                        honest.stream().noneMatch(same -> same.get("predicted").equals(row.get("predicted"))))
                .collect(Collectors.groupingBy(row -> row.get("method"), Collectors.counting()));
        // what was known of the days in between counts, but for the methods of a context: every run is one of its own
        assertThat(moved).containsKeys("gaussian-process", "gaussian-process-history", "last-scaled", "last-median");
    }

    @Test
    void figuresAreWhatThePredictionsSay() throws IOException {
        List<Row> slowOnce = new ArrayList<>(history(1));
        slowOnce.set(25, slowOnce.get(25).times(3));
        write("etl", slowOnce);
        List<CSVRecord> rows = predictions(
                "figures", "--protocol", "next-run", "-a", "etl", "--methods", "gaussian-process-history,last-scaled");
        JsonNode summary = JSON.readTree(folder.resolve("figures/summary.json").toFile());
        assertThat(Schemas.of("evaluation").validate(summary)).isEmpty();
        assertThat(summary.at("/protocol/name").asText()).isEqualTo("next-run");
        JsonNode process = summary.at("/figures/0");
        List<CSVRecord> own = rows.stream()
                .filter(row -> row.get("method").equals("gaussian-process-history"))
                .toList();
        assertThat(process.get("asked").asInt()).isEqualTo(own.size()).isEqualTo(20);
        double[] logs = own.stream()
                .mapToDouble(row -> Math.log(number(row, "predicted") / number(row, "actual")))
                .toArray();
        double absolute = 0;
        double signed = 0;
        double score = 0;
        for (int i = 0; i < logs.length; i++) {
            absolute += Math.abs(logs[i]) / logs.length;
            signed += logs[i] / logs.length;
            double lower = Math.log(number(own.get(i), "lower_90"));
            double upper = Math.log(number(own.get(i), "upper_90"));
            double actual = Math.log(number(own.get(i), "actual"));
            double outside = Math.max(0, Math.max(lower - actual, actual - upper));
            score += (upper - lower + 20 * outside) / logs.length;
        }
        assertThat(process.at("/log_error/mean").asDouble()).isCloseTo(absolute, within(1e-9));
        assertThat(process.get("log_bias").asDouble()).isCloseTo(signed, within(1e-9));
        assertThat(process.get("interval_score_90").asDouble()).isCloseTo(score, within(1e-9));
        for (JsonNode level : process.get("coverage")) {
            String percent = Long.toString(Math.round(100 * level.get("level").asDouble()));
            long inside = own.stream()
                    .filter(row -> number(row, "lower_" + percent) <= number(row, "actual")
                            && number(row, "actual") <= number(row, "upper_" + percent))
                    .count();
            assertThat(level.get("inside").asDouble()).isCloseTo((double) inside / own.size(), within(1e-9));
        }
        assertThat(process.get("coverage")).hasSize(4);
        assertThat(process.at("/coverage/3/inside").asDouble())
                .as("one run lies outside")
                .isLessThan(1);
        JsonNode last = summary.at("/figures/1");
        assertThat(last.get("method").asText()).isEqualTo("last-scaled");
        assertThat(last.has("interval_score_90")).isFalse();
        assertThat(process.at("/log_error/mean").asDouble())
                .isLessThan(last.at("/log_error/mean").asDouble() / 2);
    }

    /** By hand: the last run of the context or of the most alike one, and the median at the nearest scale-out. */
    @Test
    void lastRunsAreThoseThatOneWouldTakeByHand() throws IOException {
        write(
                "etl",
                List.of(
                        new Row(FIRST.minusDays(1), 4, 1000, "large", 2000, "job"),
                        new Row(FIRST, 4, 100, "large", 1000, "job"),
                        new Row(FIRST.plusDays(1), 8, 60, "large", 1000, "job"),
                        new Row(FIRST.plusDays(2), 4, 110, "large", 1000, "job"),
                        new Row(FIRST.plusDays(3), 4, 500, "large", 9000, "job"),
                        new Row(FIRST.plusDays(4), 4, 130, "large", 1000, "job"),
                        new Row(FIRST.plusDays(5), 8, 70, "large", 1000, "job"),
                        new Row(FIRST.plusDays(6), 4, 90, "large", 1200, "job"),
                        new Row(FIRST.plusDays(7), 2, 300, "large", 1000, "other")));
        List<CSVRecord> rows =
                predictions("hand", "--protocol", "next-run", "-a", "etl", "--methods", "last-scaled,last-median");
        Map<String, List<Double>> predicted = rows.stream()
                .filter(row -> day(row).isAfter(FIRST.plusDays(4)))
                .collect(Collectors.groupingBy(
                        row -> row.get("method"),
                        Collectors.mapping(row -> number(row, "predicted"), Collectors.toList())));
        // the newest of its context (130 on 4); the newest of size 1000 (70 on 8); of another job the nearest in size,
        // too
        assertThat(predicted.get("last-scaled")).containsExactly(65.0, 140.0, 280.0);
        // the only one on 8; of 1000, 100, 110, 500, 130 on 4; of these and 90 on 4 the last five
        assertThat(predicted.get("last-median")).containsExactly(60.0, 130.0, 110.0);
        // every run counts the same, however many there are of its context
        assertThat(JSON.readTree(folder.resolve("hand/summary.json").toFile())
                        .at("/figures/0/log_error/mean")
                        .asDouble())
                .isCloseTo(
                        rows.stream()
                                .filter(row -> row.get("method").equals("last-scaled"))
                                .mapToDouble(row -> Math.abs(number(row, "log_difference")))
                                .average()
                                .orElseThrow(),
                        within(1e-9));
    }

    @Test
    void withoutDaysItSaysWhatTellsThem() throws IOException {
        describe("");
        Bellamy refused = evaluate("undated", "--protocol", "next-run");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("measured_at in dataset.yml names the column with the day");
        describe("measured_at: {column: day}");
        write(
                "etl",
                history(1).stream()
                        .map(row -> new Row(FIRST, row.nodes(), row.seconds(), row.machine(), row.size(), row.args()))
                        .toList());
        Bellamy none = evaluate("one-day", "--protocol", "next-run", "-a", "etl");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("nothing can be asked", "runs of days before");
    }

    @Test
    void optionsOfOtherProtocolsAreRefused() {
        Bellamy refused = evaluate(
                "refused",
                "--protocol",
                "next-run",
                "--splits",
                "3",
                "--points",
                "0-2",
                "--contexts",
                "2",
                "--variant",
                "strict",
                "--support",
                "full",
                "--tree-splits",
                "1",
                "--blocks",
                "0");
        assertThat(refused.exitCode()).isEqualTo(2);
        for (String option : List.of("--splits", "--points", "--contexts", "--variant", "--support", "--tree-splits")) {
            assertThat(refused.err()).contains(option + ": must not be given with --protocol next-run");
        }
        assertThat(refused.err()).contains("--blocks: '0' must be a whole number from 1 to");
        Bellamy both = evaluate("refused", "--protocol", "tomorrow", "--hold-out", "machine_type", "--questions", "3");
        assertThat(both.err())
                .contains("--protocol: 'tomorrow' must be contexts or next-run")
                .contains("--protocol: must not be given with --hold-out")
                .contains("--questions: must not be given with --hold-out");
    }
}
