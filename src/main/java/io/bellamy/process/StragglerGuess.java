package io.bellamy.process;

import io.bellamy.numerics.CholeskyFactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says which of the few runs of a job are stragglers, by going through all possibilities: where most are, the runs themselves
 * look as if the others were wrong.
 */
final class StragglerGuess {

    private static final int MOST_RUNS = 6;

    private final List<Cell> cells;
    private final double[][] inverse;
    private final double[] weights;
    private final double[] precisions;
    private final RunScatter scatter;

    /**
     * Prepares it.
     *
     * @param inverse of the covariance of what cells tell, on and below the diagonal
     * @param weights that times what they tell
     * @param precisions of what each tells, as if there were no stragglers
     */
    StragglerGuess(List<Cell> cells, double[][] inverse, double[] weights, double[] precisions, RunScatter scatter) {
        this.cells = cells;
        this.inverse = inverse;
        this.weights = weights;
        this.precisions = precisions;
        this.scatter = scatter;
    }

    /** The numbers of the cells whose single run is a straggler, more likely than not. */
    List<Integer> stragglers() {
        List<Integer> stragglers = new ArrayList<>();
        Cells.numbersByJob(cells).values().stream()
                .filter(job -> job.size() <= MOST_RUNS
                        && job.stream().allMatch(i -> cells.get(i).logs().size() == 1))
                .forEach(job -> stragglers.addAll(of(job)));
        return stragglers;
    }

    /**
     * Of larger jobs in which runs were taken for stragglers: those that are explained better without any, since many runs that
     * are later than all before them are a change of the job.
     *
     * @param taken for each cell whether its single run was taken for a straggler
     * @return the numbers of all their cells
     */
    List<Integer> withoutStragglers(boolean[] taken) {
        List<Integer> without = new ArrayList<>();
        for (List<Integer> job : Cells.numbersByJob(cells).values()) {
            if (job.size() > MOST_RUNS && job.stream().anyMatch(i -> taken[i])) {
                CholeskyFactor.of(SymmetricMatrix.block(inverse, job)).ifPresent(factor -> {
                    double[][] covariance = factor.lowerInverse();
                    double[] surprises = SymmetricMatrix.times(
                            covariance,
                            job.stream().mapToDouble(i -> weights[i]).toArray());
                    boolean[] none = new boolean[job.size()];
                    boolean[] some = new boolean[job.size()];
                    for (int i = 0; i < some.length; i++) {
                        some[i] = taken[job.get(i)];
                    }
                    if (log(job, covariance, surprises, none) > log(job, covariance, surprises, some)) {
                        without.addAll(job);
                    }
                });
            }
        }
        return without;
    }

    private List<Integer> of(List<Integer> job) {
        int size = job.size();
        // what the others say of the job: its covariance is the inverse of the block of the inverse
        Optional<CholeskyFactor> factor = CholeskyFactor.of(SymmetricMatrix.block(inverse, job));
        if (factor.isEmpty()) {
            return List.of();
        }
        double[][] covariance = factor.get().lowerInverse();
        double[] own = job.stream().mapToDouble(i -> weights[i]).toArray();
        double[] surprises = SymmetricMatrix.times(covariance, own);
        double[] logs = new double[1 << size];
        double most = Double.NEGATIVE_INFINITY;
        for (int subset = 0; subset < logs.length; subset++) {
            boolean[] straggles = new boolean[size];
            for (int i = 0; i < size; i++) {
                straggles[i] = (subset >> i & 1) == 1;
            }
            logs[subset] = log(job, covariance, surprises, straggles);
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

    private double log(List<Integer> job, double[][] covariance, double[] surprises, boolean[] straggles) {
        int size = job.size();
        double[][] own = new double[size][size];
        double[] distances = surprises.clone();
        double log = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                own[i][j] = covariance[j][i];
            }
            boolean straggler = straggles[i];
            log += Math.log(straggler ? scatter.share() : 1 - scatter.share());
            if (straggler) {
                own[i][i] += scatter.stragglerVariance() - 1 / precisions[job.get(i)];
                distances[i] -= scatter.shift();
            }
        }
        Optional<CholeskyFactor> factor = CholeskyFactor.of(own);
        if (factor.isEmpty()) {
            return Double.NEGATIVE_INFINITY;
        }
        log -= factor.get().logDeterminant() / 2;
        for (double value : factor.get().whiten(distances)) {
            log -= value * value / 2;
        }
        return log;
    }
}
