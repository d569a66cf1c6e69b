package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Histories as a user has them, of two algorithms: another size each day, so that every run is a context of its own. */
abstract class HistoryCases {

    static final ObjectMapper JSON = new ObjectMapper();

    static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private static final String HEADER = "day,nodes,seconds,machine,cores,size,args\n";

    @TempDir
    Path folder;

    /** One measured run. */
    record Row(LocalDate day, int nodes, double seconds, String machine, long size, String args) {

        Row times(double factor) {
            return new Row(day, nodes, factor * seconds, machine, size, args);
        }

        String line() {
            int cores = machine.equals("small") ? 4 : 8;
            return String.format(
                    Locale.ROOT, "%s,%d,%.2f,%s,%d,%d,%s%n", day, nodes, seconds, machine, cores, size, args);
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        Replaced.quickConfiguration(folder);
        describe("measured_at: {column: day}");
        write("etl", history(1));
        write("ml", history(2));
    }

    void describe(String time) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("data/own")).resolve("dataset.yml"), """
                defaults:
                  scale_out: {column: nodes}
                  runtime: {column: seconds}
                  %s
                  properties:
                    machine_type: {column: machine}
                    slots: {column: cores, per: node}
                    data_size_MB: {column: size}
                    job_args: {column: args}
                algorithms:
                  etl: {file: etl.csv}
                  ml: {file: ml.csv}
                """.formatted(time));
    }

    void write(String algorithm, List<Row> rows) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        rows.forEach(row -> text.append(row.line()));
        Files.writeString(folder.resolve("data/own").resolve(algorithm + ".csv"), text);
    }

    /** Three jobs on two types of machines over 15 days, two runs a day. */
    static List<Row> history(int seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int day = 0; day < 15; day++) {
            for (int i = 0; i < 2; i++) {
                int job = (2 * day + i) % 3;
                String machine = random.nextInt(3) == 0 ? "small" : "large";
                int nodes = List.of(2, 4, 8).get(random.nextInt(3));
                long size = random.nextInt(1000, 4000);
                double work = (seed + job) * size * (machine.equals("small") ? 0.2 : 0.1) / nodes;
                double seconds = (30 + work) * Math.exp(0.02 * random.nextGaussian());
                rows.add(new Row(FIRST.plusDays(day), nodes, seconds, machine, size, "job" + job));
            }
        }
        return rows;
    }

    Bellamy evaluate(String out, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "evaluate",
                "-tt",
                "own",
                "--config",
                folder.resolve("config.yml").toString(),
                "--data-dir",
                folder.resolve("data").toString(),
                "--out",
                folder.resolve(out).toString()));
        all.addAll(List.of(arguments));
        return Bellamy.run(all.toArray(String[]::new));
    }

    /** The predictions of an evaluation that must succeed. */
    List<CSVRecord> predictions(String out, String... arguments) throws IOException {
        Bellamy done = evaluate(out, arguments);
        assertThat(done.exitCode()).as(done.err()).isZero();
        return EvaluateCases.predictions(folder.resolve(out));
    }

    static LocalDate day(CSVRecord row) {
        return LocalDate.parse(row.get("day"));
    }

    static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
