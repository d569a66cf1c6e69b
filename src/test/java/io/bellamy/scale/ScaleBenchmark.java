package io.bellamy.scale;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes tables of the runs that {@code src/bench/spark.sh} noted: what was measured, the cost model with what it foretold of
 * runs that had no part in its fit, and what it says of larger clusters.
 */
public final class ScaleBenchmark {

    private final String program;
    private final String date;

    private ScaleBenchmark(String program, String date) {
        this.program = program;
        this.date = date;
    }

    /** The noted runs, a folder for the tables, the machine and program in words, and the date. */
    public static void main(String[] arguments) throws IOException {
        MeasuredRuns runs = new MeasuredRuns(MeasuredRun.read(Path.of(arguments[0])));
        Path folder = Path.of(arguments[1]);
        ScaleBenchmark benchmark = new ScaleBenchmark(arguments[2], arguments[3]);
        benchmark.write(folder.resolve("scale-measured.json"), new MeasuredTables(runs).measured());
        benchmark.write(folder.resolve("scale-overhead.json"), new MeasuredTables(runs).overhead());
        benchmark.write(folder.resolve("scale-model.json"), new ModelTables(runs).model());
        benchmark.write(folder.resolve("scale-simulation.json"), new ModelTables(runs).simulation());
    }

    private void write(Path file, List<List<String>> table) throws IOException {
        Map<String, Object> noted = new LinkedHashMap<>();
        noted.put("date", date);
        noted.put("program", program);
        noted.put("heads", table.get(0));
        noted.put("rows", table.subList(1, table.size()));
        Files.writeString(
                file,
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(noted) + "\n");
        table.forEach(row -> System.out.println(String.join(" | ", row)));
        System.out.println();
    }
}
