package io.bellamy.process;

import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.process.CellInverse.SeenByOthers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says which of the few runs of a job are stragglers, by going through all possibilities: where most are, the runs themselves
 * look as if the others were wrong.
 */
final class StragglerGuess {

    private static final int MOST_RUNS = 6;

    private final List<Cell> cells;
    private final CellInverse together;
    private final CellReadings told;
    private final CellReadings ifUsual;
    private final RunScatter scatter;

    /**
     * Prepares it.
     *
     * @param together what all cells tell
     * @param told what each tells, as it is read now
     * @param ifUsual what each tells if there are no stragglers
     */
    StragglerGuess(
            List<Cell> cells, CellInverse together, CellReadings told, CellReadings ifUsual, RunScatter scatter) {
        this.cells = cells;
        this.together = together;
        this.told = told;
        this.ifUsual = ifUsual;
        this.scatter = scatter;
    }

    /** Of small jobs: the numbers of the cells whose single run is a straggler, more likely than not. */
    List<Integer> ofSmallJobs() {
        List<Integer> stragglers = new ArrayList<>();
        for (List<Integer> job : Cells.numbersByJob(cells).values()) {
            if (isFew(job)) {
                together.without(job).ifPresent(seen -> stragglers.addAll(of(job, seen)));
            }
        }
        return stragglers;
    }

    /**
     * Of larger jobs: for single runs at scale-outs that are rare, whether they are stragglers, since they say the same of each
     * other.
     *
     * @return by the cells' numbers
     */
    Map<Integer, Boolean> atRareScaleOuts() {
        Map<Integer, Boolean> straggle = new TreeMap<>();
        for (List<Integer> job : Cells.numbersByJob(cells).values()) {
            if (job.size() > MOST_RUNS) {
                rare(job).forEach(few -> together.without(few).ifPresent(seen -> {
                    List<Integer> stragglers = of(few, seen);
                    few.forEach(cell -> straggle.put(cell, stragglers.contains(cell)));
                }));
            }
        }
        return straggle;
    }

    /** As many scale-outs together as have few runs, the rarest first. */
    private List<List<Integer>> rare(List<Integer> job) {
        Map<Double, List<Integer>> byScaleOut = new TreeMap<>();
        job.forEach(cell -> byScaleOut
                .computeIfAbsent(cells.get(cell).place().scaleOut(), scaleOut -> new ArrayList<>())
                .add(cell));
        List<List<Integer>> together = new ArrayList<>();
        byScaleOut.values().stream()
                .filter(this::isFew)
                .sorted(Comparator.comparingInt(List::size))
                .forEach(few -> {
                    int last = together.size() - 1;
                    if (last < 0 || together.get(last).size() + few.size() > MOST_RUNS) {
                        together.add(new ArrayList<>(few));
                    } else {
                        together.get(last).addAll(few);
                    }
                });
        return together;
    }

    private boolean isFew(List<Integer> numbers) {
        return numbers.size() <= MOST_RUNS
                && numbers.stream()
                        .allMatch(i -> cells.get(i).logs().size() == 1
                                && cells.get(i).limits().isEmpty());
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
            int cell = job.get(i);
            double others = told.values()[cell] - seen.surprise(i);
            surprises[i] = ifUsual.values()[cell] - others;
            covariance[i][i] += ifUsual.variances()[cell] - told.variances()[cell];
            log += runs * Math.log(straggles[i] ? scatter.share() : 1 - scatter.share());
            if (straggles[i]) {
                covariance[i][i] +=
                        scatter.times(cells.get(cell).noise()).stragglerVariance() / runs - ifUsual.variances()[cell];
                surprises[i] -= scatter.shift();
            }
        }
        return log
                + CholeskyFactor.of(covariance)
                        .map(factor -> factor.logDensity(surprises))
                        .orElse(Double.NEGATIVE_INFINITY);
    }
}
