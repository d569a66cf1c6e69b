package io.bellamy.process;

import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.process.CellInverse.SeenByOthers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Learns of which jobs the level changes with time: for each job the evidence of its runs, given all others, for some
 * relevances, and how common these are among jobs.
 */
final class RelevanceSearch {

    private static final double[] CHOICES = {0.02, 0.3, 1};
    private static final int ROUNDS = 20;

    /** Most jobs are believed to stay as they are, as if so many had been seen. */
    private static final double[] BELIEVED = {2, 0.25, 0.5};

    private final List<Cell> cells;
    private final CellInverse together;
    private final RunKernel kernel;
    private final Map<List<String>, double[]> evidence = new LinkedHashMap<>();

    /**
     * Prepares it.
     *
     * @param together what all cells tell
     */
    RelevanceSearch(List<Cell> cells, CellInverse together, RunKernel kernel) {
        this.cells = cells;
        this.together = together;
        this.kernel = kernel;
        Cells.numbersByJob(cells).forEach((texts, own) -> evidence(own).ifPresent(logs -> evidence.put(texts, logs)));
    }

    private Optional<double[]> evidence(List<Integer> job) {
        return together.without(job).map(seen -> Arrays.stream(CHOICES)
                .map(choice -> log(job, seen, choice))
                .toArray());
    }

    private double log(List<Integer> job, SeenByOthers seen, double relevance) {
        double[][] covariance = seen.covariance();
        double[] surprises = new double[covariance.length];
        for (int i = 0; i < surprises.length; i++) {
            surprises[i] = seen.surprise(i);
            RunPlace one = cells.get(job.get(i)).place();
            double difference = relevance * relevance - one.relevance() * one.relevance();
            for (int j = i; j < surprises.length; j++) {
                covariance[i][j] +=
                        difference * kernel.ofOwnTime(one, cells.get(job.get(j)).place());
            }
        }
        return CholeskyFactor.of(covariance)
                .map(factor -> factor.logDensity(surprises))
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /** How much time matters to each job. */
    Relevances relevances() {
        double[] common = new double[CHOICES.length];
        Arrays.fill(common, 1.0 / common.length);
        for (int round = 0; round < ROUNDS; round++) {
            double[] counts = BELIEVED.clone();
            for (double[] logs : evidence.values()) {
                double[] own = shares(logs, common);
                for (int choice = 0; choice < counts.length; choice++) {
                    counts[choice] += own[choice];
                }
            }
            double all = Arrays.stream(counts).sum();
            common = Arrays.stream(counts).map(count -> count / all).toArray();
        }
        Map<String, Double> ofJobs = new TreeMap<>();
        for (Map.Entry<List<String>, double[]> job : evidence.entrySet()) {
            ofJobs.put(Relevances.name(job.getKey()), relevance(shares(job.getValue(), common)));
        }
        return new Relevances(relevance(common), ofJobs);
    }

    private static double[] shares(double[] logs, double[] common) {
        double most = Arrays.stream(logs).max().orElseThrow();
        double[] shares = new double[logs.length];
        double all = 0;
        for (int choice = 0; choice < shares.length; choice++) {
            shares[choice] = common[choice] * Math.exp(logs[choice] - most);
            all += shares[choice];
        }
        for (int choice = 0; choice < shares.length; choice++) {
            shares[choice] /= all;
        }
        return shares;
    }

    /** The root mean square of the choices. */
    private static double relevance(double[] shares) {
        double sum = 0;
        for (int choice = 0; choice < shares.length; choice++) {
            sum += shares[choice] * CHOICES[choice] * CHOICES[choice];
        }
        return Math.sqrt(sum);
    }
}
