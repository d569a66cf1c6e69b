package io.bellamy.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is kept of {@code target/jmh.json}.
 *
 * @param measured how it was made
 * @param pieces a line for each benchmark
 */
record JmhResult(Measured measured, List<Piece> pieces) {

    private static final double MANY = 10;

    /**
     * A benchmark.
     *
     * @param name the class, its method and parameters
     * @param microseconds the mean time
     * @param halfWidth of the 99.9 % interval, microseconds
     */
    record Piece(String name, double microseconds, double halfWidth) {

        private static Piece of(JsonNode benchmark) {
            String[] words = benchmark.get("benchmark").asText().split("\\.", -1);
            String name = words[words.length - 2].replaceFirst("Benchmark$", "") + "." + words[words.length - 1];
            String parameters =
                    benchmark.path("params").valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
            JsonNode metric = benchmark.get("primaryMetric");
            if (!metric.get("scoreUnit").asText().equals("us/op")) {
                throw new IllegalArgumentException(name + " is not in microseconds");
            }
            return new Piece(
                    parameters.isEmpty() ? name : name + " (" + parameters + ")",
                    metric.get("score").asDouble(),
                    metric.get("scoreError").asDouble());
        }
    }

    static JmhResult read(Path file) {
        try {
            return EvaluationResult.JSON.readValue(Files.readString(file), JmhResult.class);
        } catch (IOException failure) {
            throw new IllegalStateException(file + " can't be read", failure);
        }
    }

    static JmhResult of(String jmh, Measured measured) throws IOException {
        return new JmhResult(
                measured,
                EvaluationResult.JSON.readTree(jmh).valueStream().map(Piece::of).toList());
    }

    /** FILE, and how it was made: program, date, machine. */
    public static void main(String[] arguments) throws IOException {
        Measured measured = new Measured(
                "mvn -B -Pbench -DskipTests verify", arguments[1], arguments[2], arguments[3], Optional.empty());
        Files.writeString(
                Documents.RESULTS.resolve("bench/jmh.json"),
                of(Files.readString(Path.of(arguments[0])), measured).text());
    }

    /** As JSON with a line for each piece. */
    String text() {
        ObjectNode tree = EvaluationResult.JSON.valueToTree(this);
        ArrayNode lines = (ArrayNode) tree.get("pieces");
        return "{\n  \"measured\" : " + tree.get("measured") + ",\n  \"pieces\" : [\n    "
                + lines.valueStream().map(JsonNode::toString).collect(Collectors.joining(",\n    ")) + "\n  ]\n}\n";
    }

    String table() {
        return Markdown.table(
                        List.of("", "us", "+-"),
                        pieces.stream()
                                .map(piece -> List.of(
                                        piece.name(),
                                        shown(piece.microseconds(), piece),
                                        shown(piece.halfWidth(), piece)))
                                .toList())
                + "\n" + measured.caption();
    }

    private static String shown(double value, Piece piece) {
        return String.format(Locale.ROOT, piece.microseconds() < MANY ? "%.2f" : "%.0f", value);
    }
}
