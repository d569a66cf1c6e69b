package io.bellamy.process;

import io.bellamy.process.JobNoises.JobNoise;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.hipparchus.special.Gamma;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * Learns whether the runs of some jobs scatter more than those of others: the variances of jobs lie about the one of most as an inverse
 * chi-squared distribution has it, whose degrees of freedom tell how alike jobs are. Gelman et al.: Bayesian Data Analysis. 2013,
 * section 3.2.
 */
final class JobNoiseFit {

    /** The degrees of freedom. */
    private static final double[] CHOICES = {2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 100, 200};

    /** The median of a squared normal number. */
    private static final double MEDIAN = 0.4549;

    private static final int ROUNDS = 40;

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

        /** The same as if the runs of most scattered so much more. */
        Left over(double usual) {
            return new Left(squares / usual, freedom);
        }

        /** How probable it is, as a logarithm, but for what does not depend on how alike jobs are. */
        double log(double alike) {
            return Gamma.logGamma((freedom + alike) / 2)
                    - Gamma.logGamma(alike / 2)
                    - freedom / 2 * Math.log(alike)
                    - (freedom + alike) / 2 * Math.log1p(squares / alike);
        }

        double logIfAllAreAlike() {
            return -squares / 2 - freedom / 2 * Math.log(2);
        }

        /** One over the factor that may be expected. */
        double precision(double alike, double usual) {
            return (freedom + alike) / (squares + usual * alike);
        }
    }

    /**
     * How jobs may differ.
     *
     * @param usual factor of the variance
     * @param log how probable what is left is
     */
    private record Belief(double alike, double usual, double log) {}

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
                jobs.put(name, stragglers ? ofMedian(finished, factor) : ofAll(finished, factor));
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
        double all = sum(Left::squares) / sum(Left::freedom);
        double ifAlike = log(all, Left::logIfAllAreAlike);
        return DoubleStream.of(CHOICES)
                .mapToObj(this::belief)
                .max(Comparator.comparingDouble(Belief::log))
                .filter(belief -> belief.log() > ifAlike + StragglerSearch.CERTAIN)
                .map(belief -> new JobNoises(belief.alike(), belief.usual(), ofJobs(belief)))
                .orElse(JobNoises.ALIKE);
    }

    private Belief belief(double alike) {
        double usual = 1;
        for (int round = 0; round < ROUNDS; round++) {
            double before = usual;
            usual = jobs.size() / sum(job -> job.precision(alike, before));
        }
        return new Belief(alike, usual, log(usual, job -> job.log(alike)));
    }

    private double log(double usual, ToDoubleFunction<Left> ofJob) {
        return sum(job -> ofJob.applyAsDouble(job.over(usual)) - job.freedom() / 2 * Math.log(usual));
    }

    private double sum(ToDoubleFunction<Left> ofJob) {
        return jobs.values().stream().mapToDouble(ofJob).sum();
    }

    private Map<String, JobNoise> ofJobs(Belief belief) {
        Map<String, JobNoise> ofJobs = new TreeMap<>();
        jobs.forEach((name, left) -> ofJobs.put(
                Relevances.name(name),
                new JobNoise(1 / left.precision(belief.alike(), belief.usual()), left.freedom())));
        return ofJobs;
    }
}
