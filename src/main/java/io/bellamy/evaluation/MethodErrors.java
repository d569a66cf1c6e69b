package io.bellamy.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.hipparchus.stat.descriptive.rank.Percentile;

/**
 * How good a method is for a number of points and a kind of question.
 *
 * @param algorithm the algorithm, or {@link #ALL}
 * @param method the name of the method
 * @param kind where the tested scale-outs lie
 * @param n the number of training points
 * @param contexts how many contexts were asked about and answered at least once
 * @param asked how many questions there were
 * @param answered how many of them were answered; the figures are over these
 * @param relative |predicted - actual| / actual
 * @param absolute |predicted - actual|, seconds
 * @param coverage for every level of an interval the share of runtimes inside it, averaged as the errors are
 */
public record MethodErrors(
        String algorithm,
        String method,
        QuestionKind kind,
        int n,
        int contexts,
        int asked,
        int answered,
        Errors relative,
        Errors absolute,
        Map<Double, Double> coverage) {

    /** Stands for all algorithms together; no algorithm has brackets in its name. */
    public static final String ALL = "(all)";

    private static final double MEDIAN = 50;
    private static final double MOST = 90;

    /**
     * Errors in brief.
     *
     * @param mean over the splits of a context, then over contexts
     * @param median of all single errors
     * @param percentile90 of all single errors
     */
    public record Errors(double mean, double median, double percentile90) {}

    private record ErrorCell(String algorithm, String method, QuestionKind kind, int n) {}

    /**
     * The figures of every algorithm and, after them, of all together, for every method, kind and number of points of
     * which there is an answer, in the order of the outcomes, kinds and numbers.
     */
    public static List<MethodErrors> of(List<Outcome> outcomes) {
        List<MethodErrors> figures = new ArrayList<>();
        outcomes.stream()
                .map(Outcome::algorithm)
                .distinct()
                .forEach(algorithm -> figures.addAll(of(
                        algorithm,
                        outcomes.stream()
                                .filter(outcome -> outcome.algorithm().equals(algorithm))
                                .toList())));
        figures.addAll(of(ALL, outcomes));
        return figures;
    }

    private static List<MethodErrors> of(String algorithm, List<Outcome> outcomes) {
        Map<String, Map<QuestionKind, Map<Integer, List<Outcome>>>> cells = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            cells.computeIfAbsent(outcome.method(), method -> new TreeMap<>())
                    .computeIfAbsent(outcome.kind(), kind -> new TreeMap<>())
                    .computeIfAbsent(outcome.n(), n -> new ArrayList<>())
                    .add(outcome);
        }
        List<MethodErrors> figures = new ArrayList<>();
        cells.forEach((method, kinds) -> kinds.forEach((kind, counts) -> counts.forEach((n, cell) -> {
            List<Outcome> answered = cell.stream()
                    .filter(outcome -> outcome.forecast().isThere())
                    .toList();
            if (!answered.isEmpty()) {
                figures.add(of(new ErrorCell(algorithm, method, kind, n), cell.size(), answered));
            }
        })));
        return figures;
    }

    private static MethodErrors of(ErrorCell cell, int asked, List<Outcome> answered) {
        Map<List<String>, List<Outcome>> contexts = answered.stream()
                .collect(Collectors.groupingBy(
                        outcome -> List.of(outcome.algorithm(), outcome.context()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Map<Double, Double> coverage = new TreeMap<>();
        answered.get(0)
                .forecast()
                .intervals()
                .forEach(interval -> coverage.put(
                        interval.level(),
                        mean(
                                contexts,
                                outcome -> outcome.forecast().intervals().stream()
                                                .anyMatch(own -> own.level() == interval.level()
                                                        && own.contains(outcome.actual()))
                                        ? 1
                                        : 0)));
        return new MethodErrors(
                cell.algorithm(),
                cell.method(),
                cell.kind(),
                cell.n(),
                contexts.size(),
                asked,
                answered.size(),
                errors(contexts, answered, Outcome::relativeError),
                errors(contexts, answered, Outcome::absoluteError),
                coverage);
    }

    private static Errors errors(
            Map<List<String>, List<Outcome>> contexts, List<Outcome> answered, ToDoubleFunction<Outcome> error) {
        double[] all = answered.stream().mapToDouble(error).toArray();
        Percentile percentile = new Percentile();
        percentile.setData(all);
        return new Errors(mean(contexts, error), percentile.evaluate(MEDIAN), percentile.evaluate(MOST));
    }

    private static double mean(Map<List<String>, List<Outcome>> contexts, ToDoubleFunction<Outcome> value) {
        return contexts.values().stream()
                .mapToDouble(own -> own.stream().mapToDouble(value).average().orElseThrow())
                .average()
                .orElseThrow();
    }
}
