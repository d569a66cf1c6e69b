package io.bellamy.process;

import io.bellamy.process.JobNoises.JobNoise;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.hipparchus.special.Gamma;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * Learns whether the runs of some jobs scatter more than those of others: the logarithms of their variances are normally distributed among
 * jobs, and what the runs of a job tell of its own is known as well as that of a chi-squared number is.
 */
final class JobNoiseFit {

    /** Of the logarithm of the factor of a variance. */
    private static final double[] CHOICES = {0.2, 0.3, 0.4, 0.6, 0.8, 1, 1.4, 2, 3};

    /** What so little is left of tells nothing. */
    private static final double LEAST_FREEDOM = 0.5;

    /** The median of a squared normal number. */
    private static final double MEDIAN = 0.4549;

    /** As much as a mean tells of a variance, this part of it a median does. */
    private static final double WORTH_OF_MEDIAN = 0.37;

    private final OthersOpinion others;
    private final Evidence evidence;
    private final double noise;
    private final Map<List<String>, Left> jobs = new LinkedHashMap<>();

    /**
     * What is left of the runs of a job.
     *
     * @param squares in variances of the runs of most
     * @param freedom of how many runs these are
     */
    private record Left(double squares, double freedom) {

        /** The logarithm of the factor, as its runs alone tell it. */
        double log() {
            return Math.log(squares / freedom) - Gamma.digamma(freedom / 2) + Math.log(freedom / 2);
        }

        /** How sure that is: the variance of ln of a chi-squared number. */
        double variance() {
            return Gamma.trigamma(freedom / 2);
        }
    }

    /**
     * How jobs may differ.
     *
     * @param deviation of the logarithm of the factor
     * @param usual logarithm of it
     * @param log how probable what is left is
     */
    private record Belief(double deviation, double usual, double log) {

        /** Of a job. */
        double factor(Left left) {
            double weight = deviation * deviation / (deviation * deviation + left.variance());
            return Math.exp(usual + weight * (left.log() - usual));
        }
    }

    /**
     * Looks at what is left of runs.
     *
     * @param evidence of cells, each as sure as the runs of its job are believed to be
     * @param stragglers whether some of the runs may be such, which nobody knows yet: then the middle one of a job tells
     */
    JobNoiseFit(Evidence evidence, double[] parameters, List<Cell> cells, boolean stragglers) {
        this.evidence = evidence;
        this.others = new OthersOpinion(evidence, parameters);
        this.noise = Math.exp(parameters[parameters.length - 1]);
        Cells.numbersByJob(cells).forEach((name, numbers) -> {
            List<Integer> finished = numbers.stream()
                    .filter(cell -> !cells.get(cell).logs().isEmpty())
                    .toList();
            if (!finished.isEmpty()) {
                double factor = cells.get(numbers.get(0)).noise();
                Left left = stragglers ? ofMedian(finished, factor) : ofAll(finished, factor);
                if (left.freedom() > LEAST_FREEDOM && left.squares() > 0) {
                    jobs.put(name, left);
                }
            }
        });
    }

    private Left ofAll(List<Integer> cells, double factor) {
        double squares = 0;
        for (int cell : cells) {
            squares += others.leftSquare(cell) + evidence.measured(cell).scatter() / noise;
        }
        return new Left(factor * squares, freedom(cells));
    }

    private Left ofMedian(List<Integer> cells, double factor) {
        double[] squares = cells.stream().mapToDouble(others::distanceSquare).toArray();
        double freedom = WORTH_OF_MEDIAN
                * cells.stream().mapToDouble(others::freedomBesideRepetitions).sum();
        return new Left(freedom * factor * new Median().evaluate(squares) / MEDIAN, freedom);
    }

    private double freedom(List<Integer> cells) {
        return cells.stream().mapToDouble(others::freedom).sum();
    }

    /** Jobs differ only where that is certain. */
    JobNoises noises() {
        double ifAlike = belief(0).log();
        return DoubleStream.of(CHOICES)
                .mapToObj(this::belief)
                .max(Comparator.comparingDouble(Belief::log))
                .filter(belief -> belief.log() > ifAlike + StragglerSearch.CERTAIN)
                .map(belief -> new JobNoises(belief.deviation(), Math.exp(belief.usual()), ofJobs(belief)))
                .orElse(JobNoises.ALIKE);
    }

    private Belief belief(double deviation) {
        double weights = 0;
        double usual = 0;
        for (Left left : jobs.values()) {
            double weight = 1 / (deviation * deviation + left.variance());
            weights += weight;
            usual += weight * left.log();
        }
        usual /= weights;
        double log = 0;
        for (Left left : jobs.values()) {
            double variance = deviation * deviation + left.variance();
            log -= (Math.log(variance) + (left.log() - usual) * (left.log() - usual) / variance) / 2;
        }
        return new Belief(deviation, usual, log);
    }

    private Map<String, JobNoise> ofJobs(Belief belief) {
        Map<String, JobNoise> ofJobs = new TreeMap<>();
        jobs.forEach(
                (name, left) -> ofJobs.put(Relevances.name(name), new JobNoise(belief.factor(left), left.freedom())));
        return ofJobs;
    }
}
