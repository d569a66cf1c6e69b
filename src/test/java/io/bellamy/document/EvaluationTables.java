package io.bellamy.document;

import io.bellamy.document.EvaluationResult.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of docs/EVALUATION.md and of the README. */
final class EvaluationTables {

    private static final String BELLAMY = "bellamy";
    private static final String GAUSSIAN_PROCESS = "gaussian-process";
    private static final List<Double> LEVELS = List.of(0.5, 0.8, 0.9, 0.95);
    private static final String NONE = "-";

    private final EvaluationResults results;

    EvaluationTables(EvaluationResults results) {
        this.results = results;
    }

    /** Which command made which results, with what, when and where. */
    String runs() {
        return Markdown.table(
                List.of("results", "command", "Bellamy", "date", "machine", "minutes"),
                EvaluationResults.NAMES.stream()
                        .map(name -> {
                            Measured measured = results.get(name).measured();
                            return List.of(
                                    "[" + name + "](results/" + name + ".txt)",
                                    "`" + measured.command() + "`",
                                    measured.program(),
                                    measured.date(),
                                    measured.machine(),
                                    measured.seconds()
                                            .map(seconds -> String.format(Locale.ROOT, "%.1f", seconds / 60))
                                            .orElse("not known"));
                        })
                        .toList());
    }

    /** The mean error of each seed and of all, beside the Gaussian process's. */
    String seeds() {
        List<EvaluationResult> seeds = results.seeds();
        List<Column> columns = columns(seeds.get(0));
        List<List<String>> rows = new ArrayList<>();
        seeds.forEach(result -> rows.add(
                row("bellamy, seed " + result.seed(), columns, column -> error(List.of(result), BELLAMY, column))));
        rows.add(row("**bellamy, mean**", columns, column -> error(seeds, BELLAMY, column)));
        rows.add(row("Gaussian process, mean", columns, column -> error(seeds, GAUSSIAN_PROCESS, column)));
        String before = "bellamy minus Gaussian process, ";
        for (String algorithm : seeds.get(0).algorithms()) {
            rows.add(row(before + algorithm, columns, column -> difference(seeds, algorithm, column)));
            before = "";
        }
        return table(columns, rows);
    }

    /** The share of runtimes inside the intervals, mean of the seeds. */
    String intervals() {
        List<EvaluationResult> seeds = results.seeds();
        List<Column> columns = columns(seeds.get(0));
        return table(
                columns,
                LEVELS.stream()
                        .map(level -> row(
                                String.format(Locale.ROOT, "%.0f %%", level * 100),
                                columns,
                                column -> Optional.of(short3(EvaluationResults.mean(seeds, result -> result.find(
                                                EvaluationResult.ALL, BELLAMY, column)
                                        .orElseThrow()
                                        .inside()
                                        .get(level))))))
                        .toList());
    }

    /** Few contexts that look different. */
    String filtered() {
        EvaluationResult result = results.get("filtered");
        List<Column> columns = columns(result);
        return table(
                columns,
                List.of(
                        row("bellamy", columns, column -> error(List.of(result), BELLAMY, column)),
                        row("Gaussian process", columns, column -> error(List.of(result), GAUSSIAN_PROCESS, column)),
                        row(
                                "bellamy, in 90 %",
                                columns,
                                column -> Optional.of(short3(result.find(EvaluationResult.ALL, BELLAMY, column)
                                        .orElseThrow()
                                        .inside()
                                        .get(0.9))))));
    }

    /** Bell's contexts, with nothing to learn from but points, or with C3O. */
    String bell() {
        EvaluationResult local = results.get("bell-local");
        EvaluationResult joined = results.get("bell-c3o");
        List<Column> columns = columns(local);
        return table(
                columns,
                List.of(
                        row("bellamy, local", columns, column -> error(List.of(local), BELLAMY, column)),
                        row("bellamy, C3O as support", columns, column -> error(List.of(joined), BELLAMY, column)),
                        row("Bell's method", columns, column -> error(List.of(local), "bell", column))));
    }

    /** The README's: some columns of every method. */
    String methods() {
        EvaluationResult result = results.get("default");
        EvaluationResult original = results.get("original");
        List<Column> columns = Stream.concat(
                        Stream.of(2, 3, 5).map(n -> new Column("interpolation", n)),
                        Stream.of(0, 1, 3, 5).map(n -> new Column("extrapolation", n)))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("**bellamy**", columns, column -> error(List.of(result), BELLAMY, column)));
        rows.add(row(
                "bellamy with the original's configuration",
                columns,
                column -> error(List.of(original), BELLAMY, column)));
        EvaluationResults.OTHERS.forEach(
                (method, name) -> rows.add(row(name, columns, column -> error(List.of(result), method, column))));
        return table(columns, rows);
    }

    private static List<Column> columns(EvaluationResult result) {
        return result.columns();
    }

    private static String table(List<Column> columns, List<List<String>> rows) {
        List<String> heads = new ArrayList<>(List.of(""));
        String kind = "";
        for (Column column : columns) {
            heads.add(column.kind().equals(kind) ? "" + column.n() : column.kind() + ", n = " + column.n());
            kind = column.kind();
        }
        return Markdown.table(heads, rows);
    }

    private static List<String> row(String label, List<Column> columns, Function<Column, Optional<String>> cell) {
        return Stream.concat(Stream.of(label), columns.stream().map(column -> cell.apply(column)
                        .orElse(NONE)))
                .collect(Collectors.toList());
    }

    private static Optional<String> error(List<EvaluationResult> seeds, String method, Column column) {
        return EvaluationResults.error(seeds, EvaluationResult.ALL, method, column)
                .map(error -> digits(error, 4));
    }

    private static Optional<String> difference(List<EvaluationResult> seeds, String algorithm, Column column) {
        double difference =
                EvaluationResults.error(seeds, algorithm, BELLAMY, column).orElseThrow()
                        - EvaluationResults.error(seeds, algorithm, GAUSSIAN_PROCESS, column)
                                .orElseThrow();
        String digits = short3(Math.abs(difference));
        return Optional.of(digits.equals(".000") ? digits : (difference < 0 ? "-" : "+") + digits);
    }

    static String short3(double value) {
        return digits(value, 3);
    }

    /** Without the zero before the point. */
    static String digits(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value).replaceFirst("^0\\.", ".");
    }
}
