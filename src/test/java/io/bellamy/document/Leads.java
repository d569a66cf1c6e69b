package io.bellamy.document;

import io.bellamy.document.EvaluationResult.Cell;
import io.bellamy.document.EvaluationResult.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which algorithms others are better than ours by more than what matters. */
final class Leads {

    private static final String BELLAMY = "bellamy";
    private static final String GAUSSIAN_PROCESS = "gaussian-process";
    private static final String NOWHERE = " nowhere";
    private static final double MATTERS = 0.005;

    private final EvaluationResults results;

    Leads(EvaluationResults results) {
        this.results = results;
    }

    private interface Errors {
        Optional<Double> of(String algorithm, String method, Column column);
    }

    /** A list: over the seeds, in one of them, and on those splits that all methods answered. */
    String list() {
        EvaluationResult first = results.get("default");
        List<EvaluationResult> seeds = results.seeds();
        List<Cell> few = first.ofFewSplits();
        Errors ofSeeds = (algorithm, method, column) -> EvaluationResults.error(seeds, algorithm, method, column);
        Errors ofFirst =
                (algorithm, method, column) -> EvaluationResults.error(List.of(first), algorithm, method, column);
        Errors ofFew = (algorithm, method, column) ->
                EvaluationResult.find(few, algorithm, method, column).map(Cell::error);
        return "Where another method is better than bellamy by more than " + EvaluationTables.short3(MATTERS)
                + " in an algorithm:\n\n- mean of the " + seeds.size() + " seeds: " + leads(GAUSSIAN_PROCESS, ofSeeds)
                + "\n- seed 0 alone: " + leads(GAUSSIAN_PROCESS, ofFirst) + "\n- the first " + first.fewSplits()
                + " splits of seed 0, which all methods answered, "
                + few.stream().mapToInt(Cell::asked).min().orElseThrow() + " to "
                + few.stream().mapToInt(Cell::asked).max().orElseThrow() + " questions a figure: "
                + Stream.concat(
                                first.methods().stream()
                                        .filter(method -> !method.equals(BELLAMY))
                                        .map(method -> leads(method, ofFew))
                                        .filter(lead -> !lead.endsWith(NOWHERE)),
                                Stream.of("no other"))
                        .collect(Collectors.joining("; "))
                + "\n";
    }

    private String leads(String method, Errors errors) {
        List<String> places = results.get("default").algorithms().stream()
                .map(algorithm -> leads(algorithm, method, errors))
                .filter(columns -> !columns.isEmpty())
                .toList();
        return EvaluationResults.OTHERS.get(method) + (places.isEmpty() ? NOWHERE : " in " + String.join("; ", places));
    }

    private String leads(String algorithm, String method, Errors errors) {
        List<String> columns = new ArrayList<>();
        String kind = "";
        for (Column column : results.get("default").columns()) {
            double ours = errors.of(algorithm, BELLAMY, column).orElseThrow();
            Optional<Double> theirs = errors.of(algorithm, method, column).filter(error -> ours - error > MATTERS);
            if (theirs.isPresent()) {
                columns.add((column.kind().equals(kind) ? "" : column.kind() + " ") + "n = " + column.n() + " "
                        + EvaluationTables.short3(theirs.get()) + " against " + EvaluationTables.short3(ours));
                kind = column.kind();
            }
        }
        return columns.isEmpty() ? "" : algorithm + " (" + String.join(", ", columns) + ")";
    }
}
