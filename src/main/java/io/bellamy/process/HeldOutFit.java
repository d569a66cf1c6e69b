package io.bellamy.process;

import io.bellamy.process.Evidence.SeenBefore;
import io.bellamy.process.LogVarianceFit.Miss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Learns how far off a process is where it does not know the runs: cells, jobs and all runs with one value of a text are held out in
 * turn, and where days are known each cell is foretold by those before it. Parameters that were learned from few cells follow these too
 * closely, so they are learned anew without those that are held out.
 */
final class HeldOutFit {

    /** Parameters learned from more cells than this hardly differ where some are held out. */
    private static final int FEW = 120;

    private static final int FOLDS = 5;

    private static final double LEAST_VARIANCE = 1e-8;

    private final Evidence evidence;
    private final double[] parameters;
    private final Map<List<List<Integer>>, List<HeldOutCell>> known = new HashMap<>();

    /**
     * Holds out of cells.
     *
     * @param parameters learned from all
     */
    HeldOutFit(Evidence evidence, double[] parameters) {
        this.evidence = evidence;
        this.parameters = parameters;
    }

    /** What all others say of a cell that is held out. */
    private record HeldOutCell(double surprise, double variance, double noise, double weight) {}

    /**
     * Learns.
     *
     * @param jobsByTexts the numbers of the cells of each job; cells in none of them are of other algorithms and are not held out
     */
    HeldOutSpread of(Map<List<String>, List<Integer>> jobsByTexts) {
        List<List<Integer>> jobs = List.copyOf(jobsByTexts.values());
        List<List<Integer>> cells =
                jobs.stream().flatMap(List::stream).sorted().map(List::of).toList();
        List<Miss> ofCells = new ArrayList<>();
        for (HeldOutCell cell : evidence.byDay().isEmpty() ? heldOut(cells) : ahead(jobs)) {
            ofCells.add(new Miss(cell.surprise(), cell.variance() + cell.noise(), 1, cell.weight()));
        }
        // less than what repetitions differ, unless cells show more
        LogVariance nugget = new LogVarianceFit(parameters[parameters.length - 1] - 2, 2).of(ofCells);
        double mean = nugget.points(0).stream()
                .mapToDouble(point -> point.probability() * point.factor())
                .sum();
        int texts =
                jobsByTexts.keySet().stream().mapToInt(List::size).findFirst().orElse(0);
        List<LogVariance> ofTexts = IntStream.range(0, texts)
                .mapToObj(text -> factor(withOneValue(jobsByTexts, text), mean))
                .toList();
        return new HeldOutSpread(nugget, factor(jobs, mean), ofTexts);
    }

    /** The cells of all jobs that share a value, for each of its values. */
    private static List<List<Integer>> withOneValue(Map<List<String>, List<Integer>> jobs, int text) {
        Map<String, List<Integer>> values = new LinkedHashMap<>();
        jobs.forEach((texts, cells) -> values.computeIfAbsent(texts.get(text), value -> new ArrayList<>())
                .addAll(cells));
        return List.copyOf(values.values());
    }

    /** By which factor the variance at groups that are held out is larger than the kernel has it. */
    private LogVariance factor(List<List<Integer>> groups, double nugget) {
        List<Miss> misses = new ArrayList<>();
        for (HeldOutCell cell : heldOut(groups)) {
            misses.add(new Miss(cell.surprise(), cell.noise() + nugget, cell.variance(), cell.weight()));
        }
        return new LogVarianceFit(0, 0.7).of(misses);
    }

    /** All cells of groups, each group held out. */
    private List<HeldOutCell> heldOut(List<List<Integer>> groups) {
        // where a job has one cell, or a text of its own, the same groups come again
        return known.computeIfAbsent(groups, this::holdOut);
    }

    private List<HeldOutCell> holdOut(List<List<Integer>> groups) {
        List<HeldOutCell> all = new ArrayList<>();
        boolean few = evidence.size() <= FEW;
        int folds = groups.size() < 2 ? 0 : few ? Math.min(FOLDS, groups.size()) : 1;
        for (int fold = 0; fold < folds; fold++) {
            int from = fold;
            List<List<Integer>> out = IntStream.range(0, groups.size())
                    .filter(group -> group % folds == from)
                    .mapToObj(groups::get)
                    .toList();
            double[] learned = few ? without(out) : parameters;
            double noise = Math.exp(learned[learned.length - 1]);
            CellInverse together = evidence.together(learned);
            for (List<Integer> group : out) {
                together.without(group).ifPresent(seen -> add(all, group, seen, noise));
            }
        }
        return all;
    }

    /** All cells after the first third of all, as those see them that are earlier; but for those with which a job began. */
    private List<HeldOutCell> ahead(List<List<Integer>> jobs) {
        Set<Integer> wanted = new HashSet<>();
        jobs.forEach(job -> {
            double first = job.stream().mapToDouble(evidence::day).min().orElseThrow();
            job.stream().filter(cell -> evidence.day(cell) > first).forEach(wanted::add);
        });
        List<Integer> order = evidence.byDay();
        List<HeldOutCell> all = new ArrayList<>();
        int first = order.size() / 3;
        boolean few = order.size() <= FEW;
        int folds = first == 0 ? 0 : few ? FOLDS : 1;
        for (int fold = 0; fold < folds; fold++) {
            int from = first + (order.size() - first) * fold / folds;
            int to = first + (order.size() - first) * (fold + 1) / folds;
            double[] learned = few ? learned(order.subList(0, from)) : parameters;
            double noise = Math.exp(learned[learned.length - 1]);
            List<SeenBefore> seen = evidence.some(order.subList(0, to)).ahead(learned);
            for (int i = from; i < to; i++) {
                if (wanted.contains(order.get(i))) {
                    double ownNoise = noise / evidence.measured(order.get(i)).weight();
                    all.add(new HeldOutCell(
                            seen.get(i).surprise(),
                            Math.max(LEAST_VARIANCE, seen.get(i).variance() - ownNoise),
                            ownNoise,
                            1));
                }
            }
        }
        return all;
    }

    private double[] without(List<List<Integer>> groups) {
        Set<Integer> unseen = new HashSet<>();
        groups.forEach(unseen::addAll);
        return learned(IntStream.range(0, evidence.size())
                .filter(cell -> !unseen.contains(cell))
                .boxed()
                .toList());
    }

    /** Parameters learned of some cells alone. */
    private double[] learned(List<Integer> cells) {
        double[] learned = ParameterClimb.again(evidence.some(cells), parameters);
        // what is too sure of the rest to be computed for all is not learned
        return evidence.at(learned).isPresent() ? learned : parameters;
    }

    private void add(List<HeldOutCell> all, List<Integer> group, CellInverse.SeenByOthers seen, double noise) {
        double[][] covariance = seen.covariance();
        for (int i = 0; i < group.size(); i++) {
            CellMean measured = evidence.measured(group.get(i));
            double own = noise / measured.weight();
            double variance = Math.max(LEAST_VARIANCE, covariance[i][i] - own);
            all.add(new HeldOutCell(seen.surprise(i), variance, own, 1.0 / group.size()));
        }
    }
}
