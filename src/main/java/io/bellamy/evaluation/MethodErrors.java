package io.bellamy.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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
 * @param contexts how many contexts, or values, were asked about and answered at least once
 * @param asked how many questions there were
 * @param answered how many of them were answered; the figures are over these
 * @param relative |predicted - actual| / actual
 * @param absolute |predicted - actual|, seconds
 * @param coverage for every level of an interval the share of runtimes inside it, averaged as the errors are
 * @param log |ln predicted - ln actual|
 * @param bias ln predicted - ln actual, averaged as the errors are: above 0 where predictions are too long
 * @param intervalScore of the 90 % intervals on ln seconds, averaged as the errors are, where the method gives any
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
        Map<Double, Double> coverage,
        Errors log,
        double bias,
        OptionalDouble intervalScore) {

    /** Stands for all algorithms together; no algorithm has brackets in its name. */
    public static final String ALL = "(all)";

    private static final double MEDIAN = 50;
    private static final double MOST = 90;

    /**
     * Errors in brief.
     *
     * @param mean over the splits of a context, then over contexts; of next runs over all alike
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
        Collection<List<Outcome>> groups = cell.kind() == QuestionKind.NEXT ? List.of(answered) : contexts.values();
        boolean scored = answered.get(0).intervalScore().isPresent();
        Map<Double, Double> coverage = new TreeMap<>();
        answered.get(0)
                .forecast()
                .intervals()
                .forEach(interval -> coverage.put(
                        interval.level(),
                        mean(
                                groups,
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
                errors(groups, answered, Outcome::relativeError),
                errors(groups, answered, Outcome::absoluteError),
                coverage,
                errors(groups, answered, outcome -> Math.abs(outcome.logDifference())),
                mean(groups, Outcome::logDifference),
                scored
                        ? OptionalDouble.of(
                                mean(groups, outcome -> outcome.intervalScore().orElseThrow()))
                        : OptionalDouble.empty());
    }

    private static Errors errors(
            Collection<List<Outcome>> groups, List<Outcome> answered, ToDoubleFunction<Outcome> error) {
        double[] all = answered.stream().mapToDouble(error).toArray();
        Percentile percentile = new Percentile();
        percentile.setData(all);
        return new Errors(mean(groups, error), percentile.evaluate(MEDIAN), percentile.evaluate(MOST));
    }

    private static double mean(Collection<List<Outcome>> groups, ToDoubleFunction<Outcome> value) {
        return groups.stream()
                .mapToDouble(own -> own.stream().mapToDouble(value).average().orElseThrow())
                .average()
                .orElseThrow();
    }
}
