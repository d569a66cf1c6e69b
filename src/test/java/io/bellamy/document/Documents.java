package io.bellamy.document;

import io.bellamy.cli.CommandTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Fills in the tables of the documents: {@code src/bench/documents.sh}. */
final class Documents {

    static final Path RESULTS = Path.of("docs", "results");

    /** Those with tables that are made. */
    static final List<Path> ALL = Stream.of(
                    "README.md",
                    "docs/EVALUATION.md",
                    "docs/REQUESTS.md",
                    "docs/BENCHMARKS.md",
                    "docs/CLI.md",
                    "docs/MEMORY.md",
                    "docs/SCALE.md")
            .map(Path::of)
            .toList();

    private Documents() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Supplier<String>> tables = tables(RESULTS);
        for (Path document : ALL) {
            String text = Files.readString(document);
            String filled = MarkedText.filled(text, tables);
            if (!filled.equals(text)) {
                Files.writeString(document, filled);
                System.out.println(document);
            }
        }
    }

    static Map<String, Supplier<String>> tables(Path results) {
        Map<String, Supplier<String>> tables = new LinkedHashMap<>();
        EvaluationResults evaluations = new EvaluationResults(results);
        EvaluationTables figures = new EvaluationTables(evaluations);
        EvaluationClaims claims = new EvaluationClaims(evaluations);
        tables.put("evaluation/runs", figures::runs);
        tables.put("evaluation/seeds", figures::seeds);
        tables.put("evaluation/leads", new Leads(evaluations)::list);
        tables.put("evaluation/intervals", figures::intervals);
        tables.put("evaluation/intervals-off", claims::intervals);
        tables.put("evaluation/one-point-more", claims::onePointMore);
        tables.put("evaluation/filtered", figures::filtered);
        tables.put("evaluation/filtered-intervals", claims::filtered);
        tables.put("evaluation/bell", figures::bell);
        tables.put("evaluation/bell-better", claims::bell);
        tables.put("evaluation/hardest", claims::hardest);
        tables.put("evaluation/methods", figures::methods);
        tables.put("evaluation/sentence", claims::sentence);
        for (String name : List.of("default", "original")) {
            tables.put("evaluation/" + name, () -> Markdown.printed(read(results.resolve(name + ".txt"))));
        }
        BenchmarkTables benchmarks = new BenchmarkTables(results.resolve("bench"));
        tables.put("bench/runs", benchmarks::runs);
        tables.put("bench/brief", benchmarks::brief);
        tables.put("bench/synthetic", benchmarks::synthetic);
        tables.put("bench/pieces", benchmarks::pieces);
        for (String name : names(results.resolve("noted"))) {
            tables.put(
                    "noted/" + name,
                    () -> NotedTable.text(results.resolve("noted").resolve(name + ".json")));
        }
        tables.putAll(CommandTables.all());
        return tables;
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
