package io.bellamy.process;

import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.process.CellInverse.SeenByOthers;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which of the few runs of a job are stragglers, by going through all possibilities: where most are, the runs themselves
 * look as if the others were wrong.
 */
final class StragglerGuess {

    private static final int MOST_RUNS = 6;

    private final List<Cell> cells;
    private final CellInverse together;
    private final double[] precisions;
    private final RunScatter scatter;

    /**
     * Prepares it.
     *
     * @param together what all cells tell
     * @param precisions of what each tells, as if there were no stragglers
     */
    StragglerGuess(List<Cell> cells, CellInverse together, double[] precisions, RunScatter scatter) {
        this.cells = cells;
        this.together = together;
        this.precisions = precisions;
        this.scatter = scatter;
    }

    /** The numbers of the cells whose single run is a straggler, more likely than not. */
    List<Integer> stragglers() {
        List<Integer> stragglers = new ArrayList<>();
        Cells.numbersByJob(cells).values().stream()
                .filter(job -> job.size() <= MOST_RUNS
                        && job.stream()
                                .allMatch(i -> cells.get(i).logs().size() == 1
                                        && cells.get(i).limits().isEmpty()))
                .forEach(job -> together.without(job).ifPresent(seen -> stragglers.addAll(of(job, seen))));
        return stragglers;
    }

    /**
     * Of larger jobs in which runs were taken for stragglers: those that are explained better without any, since many runs that
     * are later than all before them are a change of the job.
     *
     * @param taken for each cell whether all its runs were taken for stragglers
     * @return the numbers of all their cells
     */
    List<Integer> withoutStragglers(boolean[] taken) {
        List<Integer> without = new ArrayList<>();
        for (List<Integer> job : Cells.numbersByJob(cells).values()) {
            if (job.size() > MOST_RUNS && job.stream().anyMatch(i -> taken[i])) {
                together.without(job).ifPresent(seen -> {
                    boolean[] none = new boolean[job.size()];
                    boolean[] some = new boolean[job.size()];
                    for (int i = 0; i < some.length; i++) {
                        some[i] = taken[job.get(i)];
                    }
                    if (log(job, seen, none) > log(job, seen, some)) {
                        without.addAll(job);
                    }
                });
            }
        }
        return without;
    }

    private List<Integer> of(List<Integer> job, SeenByOthers seen) {
        int size = job.size();
        double[] logs = new double[1 << size];
        double most = Double.NEGATIVE_INFINITY;
        for (int subset = 0; subset < logs.length; subset++) {
            boolean[] straggles = new boolean[size];
            for (int i = 0; i < size; i++) {
                straggles[i] = (subset >> i & 1) == 1;
            }
            logs[subset] = log(job, seen, straggles);
            most = Math.max(most, logs[subset]);
        }
        double all = 0;
        double[] shares = new double[size];
        for (int subset = 0; subset < logs.length; subset++) {
            double share = Math.exp(logs[subset] - most);
            all += share;
            for (int i = 0; i < size; i++) {
                shares[i] += (subset >> i & 1) * share;
            }
        }
        List<Integer> stragglers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (shares[i] > all / 2) {
                stragglers.add(job.get(i));
            }
        }
        return stragglers;
    }

    private double log(List<Integer> job, SeenByOthers seen, boolean[] straggles) {
        double[][] covariance = seen.covariance();
        double[] surprises = new double[straggles.length];
        double log = 0;
        for (int i = 0; i < surprises.length; i++) {
            int runs = cells.get(job.get(i)).logs().size();
            surprises[i] = seen.surprise(i);
            log += runs * Math.log(straggles[i] ? scatter.share() : 1 - scatter.share());
            if (straggles[i]) {
                covariance[i][i] += scatter.stragglerVariance() / runs - 1 / precisions[job.get(i)];
                surprises[i] -= scatter.shift();
            }
        }
        return log
                + CholeskyFactor.of(covariance)
                        .map(factor -> factor.logDensity(surprises))
                        .orElse(Double.NEGATIVE_INFINITY);
    }
}
