package io.bellamy.process;

import io.bellamy.process.LogVarianceFit.Miss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Learns how far off a process is where it does not know the runs: jobs and all runs with one value of a text are held out in turn, and
 * cells, or where days are known they are {@link ForetoldCells foretold} by those before them. Parameters that were learned from few cells
 * follow these too closely, so they are learned anew without those that are held out.
 */
final class HeldOutFit {

    /** Parameters learned from more cells than this hardly differ where some are held out. */
    static final int FEW = 120;

    static final int FOLDS = 5;

    private static final double LEAST_VARIANCE = 1e-8;

    private final Evidence evidence;
    private final double[] parameters;
    private final Map<List<Group>, List<HeldOutCell>> heldOut = new HashMap<>();

    /**
     * Holds out of cells.
     *
     * @param parameters learned from all
     */
    HeldOutFit(Evidence evidence, double[] parameters) {
        this.evidence = evidence;
        this.parameters = parameters;
    }

    /**
     * What is held out together.
     *
     * @param own the numbers of the cells that are asked about
     * @param others of those that are not asked about and are not known then either
     */
    record Group(List<Integer> own, List<Integer> others) {

        static Group of(List<Integer> own) {
            return new Group(own, List.of());
        }

        /** Its own first. */
        List<Integer> all() {
            return Stream.concat(own.stream(), others.stream()).toList();
        }
    }

    /**
     * What others say of a cell that is held out.
     *
     * @param surprise by how much what it tells is above that
     * @param variance of its median
     * @param noise the variance of what it tells, beside that
     * @param weight how much it counts
     */
    record HeldOutCell(double surprise, double variance, double noise, double weight) {

        static HeldOutCell of(double surprise, double all, double noise, double weight) {
            return new HeldOutCell(surprise, Math.max(LEAST_VARIANCE, all - noise), noise, weight);
        }
    }

    /**
     * Learns.
     *
     * @param jobs the numbers of the cells of each, by its texts; cells in none of them, of other algorithms or of runs that were all
     *     stopped, are not asked about
     */
    HeldOutSpread of(Map<List<String>, List<Integer>> jobs) {
        List<Integer> own =
                jobs.values().stream().flatMap(List::stream).sorted().toList();
        List<Miss> ofCells = new ArrayList<>();
        for (HeldOutCell cell : cells(own, List.copyOf(jobs.values()))) {
            ofCells.add(new Miss(cell.surprise(), cell.variance() + cell.noise(), 1, cell.weight()));
        }
        // less than what repetitions differ, unless cells show more
        LogVariance nugget = new LogVarianceFit(parameters[parameters.length - 1] - 2, 2).of(ofCells);
        double mean = nugget.points(0).stream()
                .mapToDouble(point -> point.probability() * point.factor())
                .sum();
        int texts = jobs.keySet().stream().mapToInt(List::size).findFirst().orElse(0);
        List<LogVariance> ofTexts = IntStream.range(0, texts)
                .mapToObj(text -> factor(withOneValue(own, text), mean))
                .toList();
        List<Group> ofJobs = jobs.entrySet().stream()
                .map(job -> new Group(job.getValue(), unasked(Set.copyOf(own), job.getKey())))
                .toList();
        return new HeldOutSpread(nugget, factor(ofJobs, mean), ofTexts);
    }

    /** Where each job has a day of its own, nothing can be foretold: nobody knows then how days differ, and the beliefs stay. */
    private List<HeldOutCell> cells(List<Integer> own, List<List<Integer>> jobs) {
        boolean dated = own.stream().anyMatch(cell -> evidence.day(cell) > Double.NEGATIVE_INFINITY);
        return dated
                ? new ForetoldCells(evidence, parameters).of(jobs)
                : heldOut(own.stream().map(cell -> Group.of(List.of(cell))).toList());
    }

    /** The cells that share a value of a text, for each value of the algorithm's own; what others were on it is not known either. */
    List<Group> withOneValue(List<Integer> own, int text) {
        Set<Integer> asked = Set.copyOf(own);
        Map<String, Group> values = new LinkedHashMap<>();
        own.forEach(cell -> values.computeIfAbsent(
                        evidence.texts(cell).get(text), value -> new Group(new ArrayList<>(), new ArrayList<>()))
                .own()
                .add(cell));
        IntStream.range(0, evidence.size())
                .filter(cell -> !asked.contains(cell))
                .forEach(cell -> Optional.ofNullable(
                                values.get(evidence.texts(cell).get(text)))
                        .ifPresent(group -> group.others().add(cell)));
        return List.copyOf(values.values());
    }

    /** What is known of a job beside the cells that are asked about. */
    private List<Integer> unasked(Set<Integer> asked, List<String> job) {
        return IntStream.range(0, evidence.size())
                .filter(cell -> !asked.contains(cell) && evidence.texts(cell).equals(job))
                .boxed()
                .toList();
    }

    /** By which factor the variance at groups that are held out is larger than the kernel has it. */
    private LogVariance factor(List<Group> groups, double nugget) {
        List<Miss> misses = new ArrayList<>();
        for (HeldOutCell cell : heldOut(groups)) {
            misses.add(new Miss(cell.surprise(), cell.noise() + nugget, cell.variance(), cell.weight()));
        }
        return new LogVarianceFit(0, 0.7).of(misses);
    }

    /** All own cells of groups, each group held out. */
    private List<HeldOutCell> heldOut(List<Group> groups) {
        // where a job has one cell, or a text of its own, the same groups come again
        return heldOut.computeIfAbsent(groups, this::holdOut);
    }

    private List<HeldOutCell> holdOut(List<Group> groups) {
        List<HeldOutCell> all = new ArrayList<>();
        boolean few = evidence.size() <= FEW;
        int folds = groups.size() < 2 ? 0 : few ? Math.min(FOLDS, groups.size()) : 1;
        for (int fold = 0; fold < folds; fold++) {
            int from = fold;
            List<Group> out = IntStream.range(0, groups.size())
                    .filter(group -> group % folds == from)
                    .mapToObj(groups::get)
                    .toList();
            double[] learned = few ? without(out) : parameters;
            double noise = Math.exp(learned[learned.length - 1]);
            CellInverse together = evidence.together(learned);
            for (Group group : out) {
                together.without(group.all()).ifPresent(seen -> add(all, group.own(), seen, noise));
            }
        }
        return all;
    }

    private double[] without(List<Group> groups) {
        Set<Integer> unseen = new HashSet<>();
        groups.forEach(group -> unseen.addAll(group.all()));
        return evidence.learned(
                IntStream.range(0, evidence.size())
                        .filter(cell -> !unseen.contains(cell))
                        .boxed()
                        .toList(),
                parameters);
    }

    private void add(List<HeldOutCell> all, List<Integer> own, CellInverse.SeenByOthers seen, double noise) {
        double[][] covariance = seen.covariance();
        for (int i = 0; i < own.size(); i++) {
            double ofRuns = noise / evidence.measured(own.get(i)).weight();
            all.add(HeldOutCell.of(seen.surprise(i), covariance[i][i], ofRuns, 1.0 / own.size()));
        }
    }
}
