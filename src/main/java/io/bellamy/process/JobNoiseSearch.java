package io.bellamy.process;

import io.bellamy.process.JobNoises.JobNoise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.special.Gamma;

/**
 * Learns whether the runs of some jobs scatter more than those of others: the variances of jobs are believed to lie around the one of most
 * as those of an inverse chi-squared distribution do, whose degrees of freedom tell how alike they are.
 */
final class JobNoiseSearch {

    private static final double[] CHOICES = {2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 100, 200};

    private final List<List<String>> names = new ArrayList<>();

    /** Squares of what is left of runs, in variances of most, and of how many runs these are. */
    private final List<double[]> jobs = new ArrayList<>();

    private static final double OF_MEDIAN = 0.4549;
    private static final double WORTH_OF_MEDIAN = 0.37;

    /** @param robust whether some of the runs may be stragglers that nobody knows yet */
    JobNoiseSearch(Evidence evidence, double[] parameters, List<Cell> cells, boolean robust) {
        CellInverse together = evidence.together(parameters);
        double noise = Math.exp(parameters[parameters.length - 1]);
        Cells.numbersByJob(cells).forEach((name, job) -> {
            double squares = 0;
            List<Double> distances = new ArrayList<>();
            double freedom = 0;
            for (int cell : job) {
                if (!cells.get(cell).logs().isEmpty()) {
                    CellMean own = evidence.measured(cell);
                    double factor = cells.get(cell).noise();
                    double variance = noise / own.weight();
                    double left = variance * together.weight(cell);
                    distances.add(factor * together.weight(cell) * together.weight(cell) / together.precision(cell));
                    squares += factor * (left * left * own.weight() + own.scatter()) / noise;
                    freedom += variance * together.precision(cell) + own.freedom();
                }
            }
            names.add(name);
            if (robust && !distances.isEmpty()) {
                double median = new org.hipparchus.stat.descriptive.rank.Median()
                        .evaluate(distances.stream().mapToDouble(Double::doubleValue).toArray());
                freedom *= WORTH_OF_MEDIAN;
                squares = freedom * median / OF_MEDIAN;
            }
            jobs.add(new double[] {squares, freedom});
        });
    }

    JobNoises noises() {
        double alike = 0;
        double most = log(Double.POSITIVE_INFINITY) + StragglerSearch.CERTAIN;
        for (double choice : CHOICES) {
            double log = log(choice);
            if (log > most) {
                most = log;
                alike = choice;
            }
        }
        if (alike == 0) {
            return JobNoises.ALIKE;
        }
        Map<String, JobNoise> ofJobs = new TreeMap<>();
        for (int i = 0; i < jobs.size(); i++) {
            double[] job = jobs.get(i);
            ofJobs.put(
                    Relevances.name(names.get(i)),
                    new JobNoise((job[0] + alike) / (job[1] + alike), job[1]));
        }
        return new JobNoises(alike, ofJobs);
    }

    /** How probable the squares are, as a logarithm, but for what does not depend on how alike jobs are. */
    private double log(double alike) {
        double sum = 0;
        for (double[] job : jobs) {
            sum += Double.isInfinite(alike)
                    ? -job[0] / 2 - job[1] / 2 * Math.log(2)
                    : Gamma.logGamma((job[1] + alike) / 2)
                            - Gamma.logGamma(alike / 2)
                            - job[1] / 2 * Math.log(alike)
                            - (job[1] + alike) / 2 * Math.log1p(job[0] / alike);
        }
        return sum;
    }
}
