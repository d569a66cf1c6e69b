package io.bellamy.document;

import io.bellamy.document.EvaluationResult.Cell;
import io.bellamy.document.EvaluationResult.Column;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The evaluations whose results the documents show, by name. */
final class EvaluationResults {

    /** What {@code src/bench/evaluate.sh} runs. */
    static final List<String> NAMES =
            List.of("default", "seed-1", "seed-2", "filtered", "bell-local", "bell-c3o", "original");

    /** The methods beside ours and how the documents call them. */
    static final Map<String, String> OTHERS = others();

    private final Map<String, EvaluationResult> read = new HashMap<>();
    private final Path folder;

    EvaluationResults(Path folder) {
        this.folder = folder;
    }

    private static Map<String, String> others() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("gaussian-process", "Gaussian process");
        names.put("c3o", "C3O");
        names.put("boosting", "gradient boosting");
        names.put("forest", "random forest");
        names.put("bell", "Bell");
        names.put("ernest", "Ernest");
        names.put("scaled", "last known runtime scaled by 1/x");
        return names;
    }

    EvaluationResult get(String name) {
        return read.computeIfAbsent(name, missing -> EvaluationResult.read(folder.resolve(missing + ".json")));
    }

    /** The same questions to the same configuration with other random numbers. */
    List<EvaluationResult> seeds() {
        return List.of(get("default"), get("seed-1"), get("seed-2"));
    }

    /** The mean relative error, averaged over results; nothing where one has no answer. */
    static Optional<Double> error(List<EvaluationResult> results, String algorithm, String method, Column column) {
        if (results.stream()
                .anyMatch(result -> result.find(algorithm, method, column).isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(mean(results, result -> result.find(algorithm, method, column)
                .map(Cell::error)
                .orElseThrow()));
    }

    static double mean(List<EvaluationResult> results, ToDoubleFunction<EvaluationResult> figure) {
        return results.stream().mapToDouble(figure).average().orElseThrow();
    }
}
