package io.bellamy.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the tables need of an evaluation.
 *
 * @param measured how it was made
 * @param seed where its random numbers came from
 * @param splits how many splits there were
 * @param fewSplits how many of them those methods answered that learn anew for each
 * @param figures of every algorithm and of all, every method and every column
 * @param ofFewSplits the mean relative errors on the first few splits alone, which all methods answered
 * @param onePointMore how one point more changed the error of the first method
 * @param hardest of every algorithm and column the context that the first method was farthest off in
 */
record EvaluationResult(
        Measured measured,
        long seed,
        int splits,
        int fewSplits,
        List<Cell> figures,
        List<Cell> ofFewSplits,
        List<Change> onePointMore,
        List<Hardest> hardest) {

    /** All algorithms together. */
    static final String ALL = "(all)";

    static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    /** A kind of question and a number of training points. */
    record Column(String kind, int n) {

        /** In words, as {@code interpolation n = 2, 3}. */
        static String named(List<Column> columns) {
            return columns.stream()
                    .map(Column::kind)
                    .distinct()
                    .map(kind -> kind + " n = "
                            + columns.stream()
                                    .filter(column -> column.kind().equals(kind))
                                    .map(column -> String.valueOf(column.n()))
                                    .collect(Collectors.joining(", ")))
                    .collect(Collectors.joining(" and "));
        }
    }

    /**
     * A method's figures in a column.
     *
     * @param contexts how many contexts were answered
     * @param asked how many questions there were
     * @param answered how many had an answer
     * @param error the mean relative error
     * @param inside the share of runtimes inside its intervals, by their level
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Cell(
            String algorithm,
            String method,
            String kind,
            int n,
            int contexts,
            int asked,
            int answered,
            double error,
            Map<Double, Double> inside) {

        Cell {
            inside = inside == null ? Map.of() : inside;
        }

        Column column() {
            return new Column(kind, n);
        }
    }

    /**
     * The mean change of the relative error at the same scale-out of the same context from n points to n + 1.
     *
     * @param n the smaller number of points
     */
    record Change(int n, double change) {}

    /**
     * A context that is hard to predict.
     *
     * @param context its properties
     * @param errors the mean relative error of each method there
     */
    record Hardest(String algorithm, String kind, int n, String context, Map<String, Double> errors) {

        Column column() {
            return new Column(kind, n);
        }
    }

    static EvaluationResult read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), EvaluationResult.class);
        } catch (IOException failure) {
            throw new IllegalStateException(file + " can't be read", failure);
        }
    }

    /** As JSON with each figure on a line of its own, so that a change can be read. */
    String text() {
        ObjectNode tree = JSON.valueToTree(this);
        return tree.properties().stream()
                .map(entry -> "  \"" + entry.getKey() + "\" : " + text(entry.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static String text(JsonNode node) {
        return node.isArray() && !node.isEmpty()
                ? node.valueStream().map(JsonNode::toString).collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"))
                : node.toString();
    }

    Optional<Cell> find(String algorithm, String method, Column column) {
        return find(figures, algorithm, method, column);
    }

    static Optional<Cell> find(List<Cell> cells, String algorithm, String method, Column column) {
        return cells.stream()
                .filter(cell -> cell.algorithm().equals(algorithm)
                        && cell.method().equals(method)
                        && cell.column().equals(column))
                .findFirst();
    }

    List<String> algorithms() {
        return figures.stream()
                .map(Cell::algorithm)
                .distinct()
                .filter(algorithm -> !algorithm.equals(ALL))
                .toList();
    }

    List<String> methods() {
        return figures.stream().map(Cell::method).distinct().toList();
    }

    /** Interpolation before extrapolation, fewer points before more. */
    List<Column> columns() {
        return figures.stream()
                .map(Cell::column)
                .distinct()
                .sorted((one, other) -> one.kind().equals(other.kind())
                        ? Integer.compare(one.n(), other.n())
                        : other.kind().compareTo(one.kind()))
                .toList();
    }
}
