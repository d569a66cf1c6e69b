package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** What evaluations let other algorithms teach, through the real command line. */
class TaughtEvaluationTest extends HistoryCases {

    private static List<String> of(List<CSVRecord> rows, String context) {
        return predicted(
                rows.stream().filter(row -> row.get("context").equals(context)).toList());
    }

    @Test
    void withFullSupportAllThatOthersHaveShownTeaches() throws IOException {
        String[] order = {"-a", "etl", "--contexts", "3", "--splits", "1", "--points", "0", "--methods", "bellamy"};
        List<String> honest = predicted(predictions("full", order));
        write("ml", history(2).stream().map(row -> row.times(7)).toList());
        assertThat(predicted(predictions("full", order)))
                .hasSize(3)
                .hasSameSizeAs(honest)
                .doesNotContainAnyElementsOf(honest);
    }

    /** Of two blocks the first learns of days before the sixth, the second of those before the eleventh. */
    @Test
    void otherAlgorithmsTeachWhatTheyHadShownBefore() throws IOException {
        String[] order = {"--protocol", "next-run", "-a", "etl", "--blocks", "2", "--methods", "bellamy", "--resume"};
        List<CSVRecord> honest = predictions("beside", order);
        assertThat(honest).hasSize(20);
        LocalDate second = FIRST.plusDays(10);
        write("ml", planted(second, second.plusDays(5)));
        assertThat(predicted(predictions("beside", order))).isEqualTo(predicted(honest));
        write("ml", planted(FIRST.plusDays(5), second));
        List<CSVRecord> planted = predictions("beside", order);
        for (int i = 0; i < honest.size(); i++) {
            assertThat(planted.get(i).get("predicted").equals(honest.get(i).get("predicted")))
                    .as("%s", honest.get(i))
                    .isEqualTo(day(honest.get(i)).isBefore(second));
        }
    }

    private static List<Row> planted(LocalDate from, LocalDate to) {
        return history(2).stream()
                .map(row -> row.day().isBefore(from) || !row.day().isBefore(to) ? row : row.times(7))
                .toList();
    }

    private static List<String> predicted(List<CSVRecord> rows) {
        return rows.stream().map(row -> row.get("predicted")).toList();
    }

    /** What others were on the value is held out too. */
    @Test
    void otherAlgorithmsTeachWhatTheyHaveShownElsewhere() throws IOException {
        String[] order = {
            "--hold-out",
            "machine_type",
            "-a",
            "etl",
            "--splits",
            "2",
            "--points",
            "0",
            "--methods",
            "bellamy",
            "--resume"
        };
        List<CSVRecord> honest = predictions("beside", order);
        write(
                "ml",
                history(2).stream()
                        .map(row -> row.machine().equals("small") ? row.times(7) : row)
                        .toList());
        List<CSVRecord> planted = predictions("beside", order);
        assertThat(Files.readString(folder.resolve("beside/table.txt")))
                .contains("note: etl: with fewer than 100 runs to learn from, it is taught by 1 other algorithm");
        assertThat(of(planted, "small")).hasSize(2).isEqualTo(of(honest, "small"));
        assertThat(of(planted, "large")).hasSize(2).doesNotContainAnyElementsOf(of(honest, "large"));
    }

    /** etl takes 20 times as long as ml; who knows which runs are its own needs no more than a few. */
    @Test
    void aModelOfAllAlgorithmsKnowsWhichOneARunIsOf() throws IOException {
        write("etl", history(1).stream().map(row -> row.times(20)).toList());
        List<CSVRecord> rows = predictions(
                "algorithms",
                "--hold-out",
                "algorithm",
                "--splits",
                "10",
                "--points",
                "3",
                "--methods",
                "bellamy",
                "--only",
                "algorithm=etl");
        assertThat(rows).hasSizeGreaterThan(10);
        assertThat(rows)
                .as("within a factor of two")
                .filteredOn(row -> Math.abs(number(row, "log_difference")) < Math.log(2))
                .hasSizeGreaterThan(rows.size() * 8 / 10);
    }
}
