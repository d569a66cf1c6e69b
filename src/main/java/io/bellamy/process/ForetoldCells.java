package io.bellamy.process;

import io.bellamy.process.Evidence.SeenBefore;
import io.bellamy.process.HeldOutFit.HeldOutCell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        List<Integer> order = evidence.byDay();
        List<HeldOutCell> all = new ArrayList<>();
        int first = order.size() / FIRST;
        boolean few = order.size() <= HeldOutFit.FEW;
        int blocks = first == 0 || wanted.isEmpty() ? 0 : few ? HeldOutFit.FOLDS : 1;
        for (int block = 0; block < blocks; block++) {
            int from = first + (order.size() - first) * block / blocks;
            int to = first + (order.size() - first) * (block + 1) / blocks;
            double[] learned = few ? evidence.learned(before(order, from), parameters) : parameters;
            double noise = Math.exp(learned[learned.length - 1]);
            List<SeenBefore> seen = evidence.some(order.subList(0, to)).ahead(learned);
            for (int i = from; i < to && !seen.isEmpty(); i++) {
                if (wanted.contains(order.get(i))) {
                    double ofRuns = noise / evidence.measured(order.get(i)).weight();
                    all.add(HeldOutCell.of(seen.get(i).surprise(), seen.get(i).variance(), ofRuns, 1));
                }
            }
        }
        return all;
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
