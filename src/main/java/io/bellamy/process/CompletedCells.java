package io.bellamy.process;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.Erfc;

/**
 * The runs of cells, as if none had been stopped. Such a run took longer than its limit, and what it would have taken is drawn from what
 * is believed of it: evenly over its quantiles, one run after another, so that all together lie as far apart as runs do. That is done
 * anew as more is learned. G. C. G. Wei, M. A. Tanner: A Monte Carlo implementation of the EM algorithm. JASA 1990.
 */
final class CompletedCells {

    /** The golden ratio spreads any number of quantiles evenly. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private static final int HALVINGS = 50;

    /** In deviations: nobody takes so much longer. */
    private static final double FARTHEST = 10;

    private final List<Cell> cells;
    private int drawn;

    private CompletedCells(List<Cell> cells) {
        this.cells = cells;
    }

    static boolean anyStopped(List<Cell> cells) {
        return cells.stream().anyMatch(cell -> !cell.limits().isEmpty());
    }

    /** Before anything is known: stopped runs as if they had ended then. */
    static List<List<Double>> atLimits(List<Cell> cells) {
        return cells.stream()
                .map(cell -> together(CellMean.withoutCopies(cell), cell.limits()))
                .toList();
    }

    /**
     * As far as it is known.
     *
     * @param views of the same cells, completed as well as could be before
     * @param mean of all, which limits have beside what is believed of their place
     */
    static List<List<Double>> of(List<Cell> cells, CellViews views, double mean, RunScatter scatter) {
        return new CompletedCells(cells).completed(views, mean, scatter);
    }

    private List<List<Double>> completed(CellViews views, double mean, RunScatter scatter) {
        List<List<Double>> all = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            List<Double> finished = CellMean.withoutCopies(cells.get(i));
            List<Double> limits = cells.get(i).limits();
            List<Double> ends = new ArrayList<>();
            for (int run = 0; run < limits.size(); run++) {
                MedianBelief others = views.others(i, finished.size() + run, scatter);
                ends.add(mean
                        + end(
                                limits.get(run) - mean,
                                others,
                                scatter.times(cells.get(i).noise())));
            }
            all.add(together(finished, ends));
        }
        return all;
    }

    private static List<Double> together(List<Double> finished, List<Double> stopped) {
        List<Double> all = new ArrayList<>(finished);
        all.addAll(stopped);
        return all;
    }

    /** Of those later than the limit so many take longer still as come next. */
    private double end(double limit, MedianBelief others, RunScatter scatter) {
        drawn++;
        double longer = drawn * GOLDEN % 1 * later(limit, others, scatter);
        double least = limit;
        double most = Math.max(limit, others.mean() + scatter.shift())
                + FARTHEST * Math.sqrt(others.variance() + scatter.stragglerVariance());
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (least + most) / 2;
            if (later(middle, others, scatter) > longer) {
                least = middle;
            } else {
                most = middle;
            }
        }
        // nobody would believe that a run took so long: what is known of it is the limit
        return longer > 0 ? (least + most) / 2 : limit;
    }

    /** The share of runs that take longer. */
    private static double later(double than, MedianBelief others, RunScatter scatter) {
        double usual = tail((than - others.mean()) / Math.sqrt(others.variance() + scatter.variance()));
        double straggling = tail(
                (than - others.mean() - scatter.shift()) / Math.sqrt(others.variance() + scatter.stragglerVariance()));
        return (1 - scatter.share()) * usual + scatter.share() * straggling;
    }

    private static double tail(double deviations) {
        return Erfc.value(deviations / Math.sqrt(2)) / 2;
    }
}
