package io.bellamy.process;

import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.process.HeldOutFit.HeldOutCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Cells as those of days before see them, after the first third of all: what is to come is not known from what came after it. Those with
 * which a job began tell of new jobs, and are left out.
 */
final class ForetoldCells {

    private static final int FIRST = 3;

    private final Evidence evidence;
    private final double[] parameters;

    /**
     * Foretells cells.
     *
     * @param parameters learned from all; of few cells they are learned anew from those before, in some blocks of time
     */
    ForetoldCells(Evidence evidence, double[] parameters) {
        this.evidence = evidence;
        this.parameters = parameters;
    }

    /**
     * Foretells.
     *
     * @param jobs the numbers of the cells of each; no others are asked about
     * @return none where no job was run on more than one day
     */
    List<HeldOutCell> of(List<List<Integer>> jobs) {
        Set<Integer> wanted = new HashSet<>();
        jobs.forEach(job -> {
            double first = job.stream().mapToDouble(evidence::day).min().orElseThrow();
            job.stream().filter(cell -> evidence.day(cell) > first).forEach(wanted::add);
        });
        List<Integer> order = byDay();
        List<HeldOutCell> all = new ArrayList<>();
        int first = order.size() / FIRST;
        boolean few = order.size() <= HeldOutFit.FEW;
        int blocks = first == 0 || wanted.isEmpty() ? 0 : few ? HeldOutFit.FOLDS : 1;
        for (int block = 0; block < blocks; block++) {
            int from = first + (order.size() - first) * block / blocks;
            int to = first + (order.size() - first) * (block + 1) / blocks;
            double[] learned = few ? evidence.learned(before(order, from), parameters) : parameters;
            double noise = Math.exp(learned[learned.length - 1]);
            List<SeenBefore> seen = ahead(evidence.some(order.subList(0, to)), learned);
            for (int i = from; i < to && !seen.isEmpty(); i++) {
                if (wanted.contains(order.get(i))) {
                    double ofRuns = noise / evidence.measured(order.get(i)).weight();
                    all.add(HeldOutCell.of(seen.get(i).surprise(), seen.get(i).variance(), ofRuns, 1));
                }
            }
        }
        return all;
    }

    List<Integer> byDay() {
        return IntStream.range(0, evidence.size())
                .boxed()
                .sorted(Comparator.comparingDouble(evidence::day))
                .toList();
    }

    /**
     * What those of days before say of a cell.
     *
     * @param surprise by how much what it tells is above that
     * @param variance of what it tells
     */
    record SeenBefore(double surprise, double variance) {}

    /** What those of days before say of each cell, which are in the order of their days; nothing where the covariance is singular. */
    static List<SeenBefore> ahead(Evidence ordered, double[] parameters) {
        return ordered.factor(parameters)
                .map(factor -> ahead(ordered, factor, factor.whiten(ordered.values())))
                .orElse(List.of());
    }

    private static List<SeenBefore> ahead(Evidence ordered, CholeskyFactor factor, double[] whitened) {
        List<SeenBefore> seen = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < whitened.length; i++) {
            first = ordered.day(i) == ordered.day(first) ? first : i;
            seen.add(new SeenBefore(factor.surpriseBeside(first, i, whitened), factor.varianceBeside(first, i)));
        }
        return seen;
    }

    /** The cells of days before that of a cell. */
    private List<Integer> before(List<Integer> order, int cell) {
        int end = cell;
        while (end > 1 && evidence.day(order.get(end - 1)) == evidence.day(order.get(cell))) {
            end--;
        }
        return order.subList(0, end);
    }
}
