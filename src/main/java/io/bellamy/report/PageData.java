package io.bellamy.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.evaluation.EvaluationRun;
import io.bellamy.evaluation.MethodErrors;
import io.bellamy.evaluation.Outcome;
import io.bellamy.evaluation.QuestionKind;
import io.bellamy.tuning.Seed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What the page of an evaluation shows: the summary, a sample of the predictions of each method, the worst contexts. */
final class PageData {

    private static final int POINTS = 2000;
    private static final int WORST = 15;

    /** Finer than a pixel, and half the size of the file. */
    private static final MathContext DIGITS = new MathContext(5);

    private final ObjectMapper json = new ObjectMapper();
    private final EvaluationRun run;
    private final Map<String, Integer> contexts = new LinkedHashMap<>();
    private final List<String> algorithms;
    private final List<QuestionKind> kinds;

    private record PageOrigin(String algorithm, String context) {}

    PageData(EvaluationRun run) {
        this.run = run;
        kinds = run.protocol().kinds();
        algorithms = run.outcomes().stream().map(Outcome::algorithm).distinct().toList();
    }

    ObjectNode render() {
        Map<PageOrigin, List<Outcome>> origins = run.outcomes().stream()
                .collect(Collectors.groupingBy(
                        outcome -> new PageOrigin(outcome.algorithm(), outcome.context()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        ObjectNode node = new EvaluationJson().summary(run, MethodErrors.of(run.outcomes()));
        // as text: a browser knows whole numbers up to 2^53 only
        node.put("seed", Long.toString(run.seed()));
        ArrayNode words = node.putArray("kinds");
        kinds.forEach(kind -> words.add(EvaluationJson.word(kind)));
        ArrayNode names = node.putArray("algorithms");
        algorithms.forEach(names::add);
        node.put("context_count", origins.size());
        node.put("outcome_count", run.outcomes().size());
        node.put("points_at_most", POINTS);
        node.set("points", points());
        node.set("worst", worst(origins));
        ArrayNode named = node.putArray("contexts");
        contexts.keySet().forEach(named::add);
        return node;
    }

    /** For each method its sample, a point being algorithm, kind, n, context, actual, predicted. */
    private ArrayNode points() {
        ArrayNode methods = json.createArrayNode();
        for (EvaluationRun.MethodSummary method : run.methods()) {
            ArrayNode points = methods.addArray();
            List<Outcome> answered = run.outcomes().stream()
                    .filter(outcome -> outcome.method().equals(method.name())
                            && outcome.forecast().isThere())
                    .toList();
            for (Outcome outcome : sample(answered, new Seed(run.seed()).stream(method.name()))) {
                points.addArray()
                        .add(algorithms.indexOf(outcome.algorithm()))
                        .add(kinds.indexOf(outcome.kind()))
                        .add(outcome.n())
                        .add(number(outcome.context()))
                        .add(rounded(outcome.actual()))
                        .add(rounded(outcome.forecast().runtime()));
            }
        }
        return methods;
    }

    /**
     * Cuts the outcomes into as many equal pieces as points are wanted and takes one of each: so every context has its
     * share, which chance alone would not give, and no rhythm in their order is caught, which equal steps would.
     */
    private static List<Outcome> sample(List<Outcome> outcomes, Seed seed) {
        if (outcomes.size() <= POINTS) {
            return outcomes;
        }
        RandomGenerator random = seed.generator();
        List<Outcome> sample = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            int from = (int) ((long) outcomes.size() * i / POINTS);
            int to = (int) ((long) outcomes.size() * (i + 1) / POINTS);
            sample.add(outcomes.get(random.nextInt(from, to)));
        }
        return sample;
    }

    private record PageCell(MethodErrors figures, String context) {

        private List<Object> group() {
            return List.of(figures.algorithm(), figures.method(), figures.kind(), figures.n());
        }
    }

    /** For each algorithm, method, kind and number of points the contexts with the largest errors. */
    private ArrayNode worst(Map<PageOrigin, List<Outcome>> origins) {
        ArrayNode worst = json.createArrayNode();
        origins.entrySet().stream()
                .flatMap(entry -> MethodErrors.of(entry.getValue()).stream()
                        .filter(figures ->
                                figures.algorithm().equals(entry.getKey().algorithm()))
                        .distinct()
                        .map(figures -> new PageCell(figures, entry.getKey().context())))
                .collect(Collectors.groupingBy(PageCell::group, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(cells -> cells.stream()
                        .sorted(Comparator.comparingDouble((PageCell cell) ->
                                        cell.figures().relative().mean())
                                .reversed())
                        .limit(WORST)
                        .forEach(cell -> worst.add(entry(cell))));
        return worst;
    }

    private ArrayNode entry(PageCell cell) {
        MethodErrors figures = cell.figures();
        return json.createArrayNode()
                .add(algorithms.indexOf(figures.algorithm()))
                .add(method(figures.method()))
                .add(kinds.indexOf(figures.kind()))
                .add(figures.n())
                .add(number(cell.context()))
                .add(rounded(figures.relative().mean()))
                .add(rounded(figures.absolute().mean()));
    }

    private int method(String name) {
        return run.methods().stream()
                .map(EvaluationRun.MethodSummary::name)
                .toList()
                .indexOf(name);
    }

    private int number(String context) {
        return contexts.computeIfAbsent(context, added -> contexts.size());
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value).round(DIGITS).doubleValue();
    }
}
