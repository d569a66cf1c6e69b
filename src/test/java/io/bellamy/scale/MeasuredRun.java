package io.bellamy.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run that was measured.
 *
 * @param kind what was done: {@code pretrain} or {@code import}
 * @param place {@code spark}; or {@code processes}, which know nothing of each other, with the same work each, or
 *     {@code halves}, of which each has its part
 * @param role {@code fit}, or {@code apart}: it has no part in the fit
 * @param workers of a processor each, or how many processes
 * @param items how many jobs or logs
 * @param seconds from beginning to end
 * @param driverSeconds the driver's processor time
 * @param tasks in the order in which they were launched; none of processes
 */
record MeasuredRun(
        String kind,
        String place,
        String role,
        int workers,
        int items,
        double seconds,
        double driverSeconds,
        List<TaskTime> tasks) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MILLIS = 1e3;

    /**
     * Reads those that {@code src/bench/spark.sh} notes, one a line: kind, place, role, workers, items, when it began and ended
     * in seconds since 1970, the processor time of the driver, and Spark's log or {@code -}.
     */
    static List<MeasuredRun> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(MeasuredRun::of).toList();
    }

    private static MeasuredRun of(String line) {
        String[] cells = line.split("\t", -1);
        double began = Double.parseDouble(cells[5]);
        return new MeasuredRun(
                cells[0],
                cells[1],
                cells[2],
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]),
                Double.parseDouble(cells[6]) - began,
                Double.parseDouble(cells[7]),
                cells[8].equals("-") ? List.of() : tasks(Path.of(cells[8]), began));
    }

    private static List<TaskTime> tasks(Path log, double began) {
        List<TaskTime> tasks = new ArrayList<>();
        try (Stream<String> lines = Files.lines(log)) {
            for (String line :
                    (Iterable<String>) lines.filter(text -> text.contains("SparkListenerTaskEnd"))::iterator) {
                JsonNode event = JSON.readTree(line);
                JsonNode info = event.get("Task Info");
                JsonNode metrics = event.get("Task Metrics");
                tasks.add(new TaskTime(
                        info.get("Executor ID").asText(),
                        info.get("Launch Time").asLong() / MILLIS - began,
                        info.get("Finish Time").asLong() / MILLIS - began,
                        metrics.get("Executor Run Time").asLong() / MILLIS,
                        metrics.get("Result Size").asLong()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        tasks.sort(Comparator.comparingDouble(TaskTime::launched));
        return tasks;
    }

    /** Until the first task is sent off. */
    double start() {
        return tasks.get(0).launched();
    }

    /** From the first task to the end of the last. */
    double work() {
        return tasks.stream().mapToDouble(TaskTime::finished).max().orElse(0) - start();
    }

    /** After the last task. */
    double end() {
        return seconds - start() - work();
    }

    /** The tasks of each executor, in their order. */
    List<List<TaskTime>> byExecutor() {
        return tasks.stream()
                .map(TaskTime::executor)
                .distinct()
                .sorted()
                .map(executor -> tasks.stream()
                        .filter(task -> task.executor().equals(executor))
                        .toList())
                .toList();
    }
}
