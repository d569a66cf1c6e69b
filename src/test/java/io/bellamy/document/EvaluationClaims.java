package io.bellamy.document;

import io.bellamy.document.EvaluationResult.Cell;
import io.bellamy.document.EvaluationResult.Change;
import io.bellamy.document.EvaluationResult.Column;
import io.bellamy.document.EvaluationResult.Hardest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the documents say of figures in words, computed of the same results as the tables. */
final class EvaluationClaims {

    private static final String BELLAMY = "bellamy";
    private static final String GAUSSIAN_PROCESS = "gaussian-process";
    private static final String HARD = "sgd";
    private static final int KNOWN = 3;

    private final EvaluationResults results;

    EvaluationClaims(EvaluationResults results) {
        this.results = results;
    }

    /** Ours beside the others', in one sentence. */
    String sentence() {
        EvaluationResult result = results.get("default");
        String others = EvaluationResults.OTHERS.entrySet().stream()
                .map(entry -> entry.getValue() + " " + both(result, entry.getKey(), " and "))
                .collect(Collectors.joining(", "));
        return "In contexts that it never saw, with " + KNOWN + " runs known there, its runtimes are off by **"
                + both(result, BELLAMY, "** on average between the known scale-outs and by **")
                + "** beyond them.\nFor comparison: " + others + " (C3O, gradient boosting and random forest on "
                + result.fewSplits()
                + " of the " + result.splits() + " splits).\n";
    }

    private static String both(EvaluationResult result, String method, String between) {
        return Stream.of("interpolation", "extrapolation")
                .map(kind -> result.find(EvaluationResult.ALL, method, new Column(kind, KNOWN))
                        .orElseThrow())
                .map(cell -> String.format(Locale.ROOT, cell.error() < 0.1 ? "%.1f %%" : "%.0f %%", cell.error() * 100))
                .collect(Collectors.joining(between));
    }

    /** How far shares inside intervals are from what was promised. */
    String intervals() {
        List<EvaluationResult> seeds = results.seeds();
        double mean = off(inside -> EvaluationResults.mean(seeds, inside::of));
        double single = seeds.stream()
                .mapToDouble(result -> off(inside -> inside.of(result)))
                .max()
                .orElseThrow();
        return String.format(
                        Locale.ROOT,
                        "The mean of the %d seeds is off by %s at most, a single seed by %s.%n",
                        seeds.size(),
                        EvaluationTables.short3(mean),
                        EvaluationTables.short3(single))
                .replace(System.lineSeparator(), "\n");
    }

    /** The share inside the intervals of a level in a column. */
    private record Inside(Column column, double level) {
        double of(EvaluationResult result) {
            return result.find(EvaluationResult.ALL, BELLAMY, column)
                    .orElseThrow()
                    .inside()
                    .get(level);
        }
    }

    private interface Share {
        double of(Inside inside);
    }

    private double off(Share share) {
        return results.get("default").columns().stream()
                .flatMap(column -> Stream.of(0.5, 0.8, 0.9, 0.95).map(level -> new Inside(column, level)))
                .mapToDouble(inside -> Math.abs(share.of(inside) - inside.level()))
                .max()
                .orElseThrow();
    }

    /** What one point more changes. */
    String onePointMore() {
        List<EvaluationResult> seeds = results.seeds();
        List<Change> first = seeds.get(0).onePointMore();
        return IntStream.range(0, first.size())
                .mapToObj(i -> {
                    double change = EvaluationResults.mean(
                            seeds, result -> result.onePointMore().get(i).change());
                    return String.format(
                            Locale.ROOT,
                            "%s from %d to %d",
                            (change < 0 ? "-" : "+") + EvaluationTables.digits(Math.abs(change), 4),
                            first.get(i).n(),
                            first.get(i).n() + 1);
                })
                .collect(Collectors.joining(
                        ", ",
                        "Where both numbers of points were asked about the same scale-out of the same context, one point more"
                                + " changes the error by\n",
                        " (mean over these and over the three seeds).\n"));
    }

    /** How far the 90 % intervals hold with support that looks different. */
    String filtered() {
        EvaluationResult result = results.get("filtered");
        double none = inside(result, 0).findFirst().orElseThrow();
        double[] some = result.columns().stream()
                .map(Column::n)
                .filter(n -> n > 0)
                .distinct()
                .flatMapToDouble(n -> inside(result, n))
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "Its 90 %% intervals hold only %.0f %% without any point, and %.0f to %.0f %% with some. The Gaussian process is"
                        + " better in %s.\n",
                none * 100,
                some[0] * 100,
                some[some.length - 1] * 100,
                Column.named(result.columns().stream()
                        .filter(column -> error(result, GAUSSIAN_PROCESS, column) < error(result, BELLAMY, column))
                        .toList()));
    }

    private static DoubleStream inside(EvaluationResult result, int n) {
        return result.columns().stream()
                .filter(column -> column.n() == n)
                .map(column ->
                        result.find(EvaluationResult.ALL, BELLAMY, column).orElseThrow())
                .mapToDouble(cell -> cell.inside().get(0.9));
    }

    /** Where Bell's method is not worse than ours. */
    String bell() {
        EvaluationResult local = results.get("bell-local");
        return "Better than Bell's method "
                + except(local, local) + " when trained on the points alone, and "
                + except(results.get("bell-c3o"), local)
                + " with C3O, whose clusters have 2 to 12 machines and Bell's up to 60.\n";
    }

    private static String except(EvaluationResult ours, EvaluationResult bell) {
        List<Column> columns = bell.columns().stream()
                .filter(column -> error(ours, BELLAMY, column) >= error(bell, "bell", column))
                .toList();
        return columns.isEmpty() ? "at every n" : "everywhere but in " + Column.named(columns);
    }

    private static double error(EvaluationResult result, String method, Column column) {
        return EvaluationResults.error(List.of(result), EvaluationResult.ALL, method, column)
                .orElseThrow();
    }

    /** That one context makes the difference to the Gaussian process in sgd. */
    String hardest() {
        Column column = new Column("extrapolation", 5);
        List<EvaluationResult> seeds = results.seeds();
        List<Hardest> hardest = seeds.stream()
                .map(result -> result.hardest().stream()
                        .filter(hard ->
                                hard.algorithm().equals(HARD) && hard.column().equals(column))
                        .findFirst()
                        .orElseThrow())
                .toList();
        if (hardest.stream().map(Hardest::context).distinct().count() > 1) {
            throw new IllegalStateException("no longer one context: " + hardest);
        }
        return String.format(
                Locale.ROOT,
                "In %s one context (%s) is off by %s from %d points, extrapolation, for the %d seeds. Over all contexts bellamy's error"
                        + " there is %s and the Gaussian process's %s; without this one they are %s and %s.\n",
                HARD,
                hardest.get(0).context(),
                hardest.stream()
                        .map(hard -> EvaluationTables.short3(hard.errors().get(BELLAMY)))
                        .collect(Collectors.joining(", ")),
                column.n(),
                seeds.size(),
                EvaluationTables.short3(
                        EvaluationResults.error(seeds, HARD, BELLAMY, column).orElseThrow()),
                EvaluationTables.short3(EvaluationResults.error(seeds, HARD, GAUSSIAN_PROCESS, column)
                        .orElseThrow()),
                EvaluationTables.short3(without(seeds, hardest, BELLAMY, column)),
                EvaluationTables.short3(without(seeds, hardest, GAUSSIAN_PROCESS, column)));
    }

    private static double without(List<EvaluationResult> seeds, List<Hardest> hardest, String method, Column column) {
        return IntStream.range(0, seeds.size())
                .mapToDouble(i -> {
                    Cell all = seeds.get(i).find(HARD, method, column).orElseThrow();
                    return (all.error() * all.contexts()
                                    - hardest.get(i).errors().get(method))
                            / (all.contexts() - 1);
                })
                .average()
                .orElseThrow();
    }
}
