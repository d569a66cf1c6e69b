package io.bellamy.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.document.EvaluationResult.Cell;
import io.bellamy.document.EvaluationResult.Change;
import io.bellamy.document.EvaluationResult.Column;
import io.bellamy.document.EvaluationResult.Hardest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reduces the folder of an evaluation to what the documents' tables need: {@code docs/results/NAME.json} and {@code .txt}. */
final class EvaluationReduction {

    private static final double DIGITS = 1e7;

    private EvaluationReduction() {}

    private record Place(String algorithm, String context, String scaleOut) {}

    private record Answer(String method, Place place, Column column, int split, double error) {}

    /** FOLDER, what its results are called, and how they were made: command, program, date, machine, seconds or -. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Measured measured = new Measured(
                arguments[2],
                arguments[3],
                arguments[4],
                arguments[5],
                Optional.of(arguments[6]).filter(text -> !text.equals("-")).map(Double::valueOf));
        Path results = Files.createDirectories(Documents.RESULTS);
        Files.writeString(
                results.resolve(arguments[1] + ".json"), of(folder, measured).text());
        Files.writeString(results.resolve(arguments[1] + ".txt"), Files.readString(folder.resolve("table.txt")));
    }

    static EvaluationResult of(Path folder, Measured measured) throws IOException {
        JsonNode summary = EvaluationResult.JSON.readTree(Files.readString(folder.resolve("summary.json")));
        int splits = summary.at("/protocol/splits").asInt();
        int few = StreamSupport.stream(summary.get("methods").spliterator(), false)
                .mapToInt(method -> method.get("most_splits").asInt())
                .reduce(splits, Math::min);
        List<Answer> answers = answers(folder.resolve("predictions.csv"));
        String first = summary.at("/methods/0/name").asText();
        return new EvaluationResult(
                measured,
                summary.get("seed").asLong(),
                splits,
                few,
                StreamSupport.stream(summary.get("figures").spliterator(), false)
                        .map(EvaluationReduction::cell)
                        .toList(),
                few < splits ? ofFewSplits(answers, few) : List.of(),
                onePointMore(answers.stream()
                        .filter(answer -> answer.method().equals(first))
                        .toList()),
                hardest(answers, first));
    }

    private static Cell cell(JsonNode figures) {
        Map<Double, Double> inside = new TreeMap<>();
        figures.get("coverage")
                .forEach(level -> inside.put(
                        level.get("level").asDouble(),
                        rounded(level.get("inside").asDouble())));
        return new Cell(
                figures.get("algorithm").asText(),
                figures.get("method").asText(),
                figures.get("kind").asText(),
                figures.get("n").asInt(),
                figures.get("contexts").asInt(),
                figures.get("asked").asInt(),
                figures.get("answered").asInt(),
                rounded(figures.at("/relative_error/mean").asDouble()),
                inside);
    }

    private static List<Answer> answers(Path file) throws IOException {
        List<Answer> answers = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file);
                CSVParser parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            for (CSVRecord row : parser) {
                if (!row.get("predicted").isEmpty()) {
                    double actual = Double.parseDouble(row.get("actual"));
                    answers.add(new Answer(
                            row.get("method"),
                            new Place(row.get("algorithm"), row.get("context"), row.get("scale_out")),
                            new Column(row.get("kind"), Integer.parseInt(row.get("n"))),
                            Integer.parseInt(row.get("split")),
                            Math.abs(Double.parseDouble(row.get("predicted")) - actual) / actual));
                }
            }
        }
        return answers;
    }

    /** Averaged over the splits of a context, then over contexts, as the program does it. */
    private static List<Cell> ofFewSplits(List<Answer> answers, int few) {
        record Group(String algorithm, String method, Column column) {}
        Map<Group, Map<String, List<Answer>>> groups = answers.stream()
                .filter(answer -> answer.split() < few)
                .collect(Collectors.groupingBy(
                        answer -> new Group(answer.place().algorithm(), answer.method(), answer.column()),
                        LinkedHashMap::new,
                        Collectors.groupingBy(answer -> answer.place().context())));
        List<Cell> cells = new ArrayList<>();
        groups.forEach((group, contexts) -> {
            int answered = contexts.values().stream().mapToInt(List::size).sum();
            cells.add(new Cell(
                    group.algorithm(),
                    group.method(),
                    group.column().kind(),
                    group.column().n(),
                    contexts.size(),
                    answered,
                    answered,
                    rounded(contexts.values().stream()
                            .mapToDouble(EvaluationReduction::mean)
                            .average()
                            .orElseThrow()),
                    Map.of()));
        });
        return cells;
    }

    /** Where n and n + 1 points were asked about the same scale-out of the same context; the mean over these. */
    private static List<Change> onePointMore(List<Answer> answers) {
        Map<Integer, Map<Place, List<Answer>>> byPoints = answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> answer.column().n(), TreeMap::new, Collectors.groupingBy(Answer::place)));
        List<Change> changes = new ArrayList<>();
        byPoints.forEach((n, fewer) -> Optional.ofNullable(byPoints.get(n + 1))
                .flatMap(more -> fewer.keySet().stream()
                        .filter(more::containsKey)
                        .map(place -> mean(more.get(place)) - mean(fewer.get(place)))
                        .collect(Collectors.teeing(
                                Collectors.counting(),
                                Collectors.averagingDouble(change -> change),
                                (count, mean) -> count == 0 ? Optional.<Double>empty() : Optional.of(mean))))
                .ifPresent(change -> changes.add(new Change(n, rounded(change)))));
        return changes;
    }

    private static List<Hardest> hardest(List<Answer> answers, String first) {
        record Group(String algorithm, Column column) {}
        Map<Group, Map<String, Map<String, Double>>> errors = answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> new Group(answer.place().algorithm(), answer.column()),
                        LinkedHashMap::new,
                        Collectors.groupingBy(
                                answer -> answer.place().context(),
                                TreeMap::new,
                                Collectors.groupingBy(
                                        Answer::method,
                                        TreeMap::new,
                                        Collectors.collectingAndThen(
                                                Collectors.averagingDouble(Answer::error),
                                                EvaluationReduction::rounded)))));
        return errors.entrySet().stream()
                .flatMap(entry -> entry.getValue().entrySet().stream()
                        .filter(context -> context.getValue().containsKey(first))
                        .max(Comparator.comparingDouble(
                                context -> context.getValue().get(first)))
                        .map(context -> new Hardest(
                                entry.getKey().algorithm(),
                                entry.getKey().column().kind(),
                                entry.getKey().column().n(),
                                context.getKey(),
                                context.getValue()))
                        .stream())
                .toList();
    }

    private static double mean(List<Answer> answers) {
        return answers.stream().mapToDouble(Answer::error).average().orElseThrow();
    }

    private static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
