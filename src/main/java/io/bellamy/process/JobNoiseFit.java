package io.bellamy.process;

import io.bellamy.process.JobNoises.JobNoise;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Learns whether the runs of some jobs scatter more than those of others: the logarithms of their variances are normally distributed among
 * jobs, and what the runs of a job tell of its own is known as well as that of a chi-squared number is.
 */
final class JobNoiseFit {

    /** Of the logarithm of the factor of a variance. */
    private static final double[] CHOICES = {0.2, 0.3, 0.4, 0.6, 0.8, 1, 1.4, 2, 3};

    private final Map<List<String>, LeftNoise> jobs = new LinkedHashMap<>();

    /**
     * How jobs may differ.
     *
     * @param deviation of the logarithm of the factor
     * @param usual logarithm of it
     * @param log how probable what is left is
     */
    private record Differences(double deviation, double usual, double log) {

        /** Of a job. */
        double factor(LeftNoise left) {
            double weight = deviation * deviation / (deviation * deviation + left.variance());
            return Math.exp(usual + weight * (left.log() - usual));
        }
    }

    /**
     * Looks at what is left of runs.
     *
     * @param others what these say of each cell, each as sure as the runs of its job are believed to be
     */
    JobNoiseFit(OthersOpinion others, List<Cell> cells) {
        Cells.numbersByJob(cells).forEach((name, numbers) -> {
            List<Integer> finished = numbers.stream()
                    .filter(cell -> !cells.get(cell).logs().isEmpty())
                    .toList();
            if (!finished.isEmpty()) {
                LeftNoise left = LeftNoise.of(finished, others)
                        .times(cells.get(numbers.get(0)).noise());
                if (left.tells()) {
                    jobs.put(name, left);
                }
            }
        });
    }

    /** Jobs differ only where that is certain. */
    JobNoises noises() {
        double ifAlike = differences(0).log();
        return DoubleStream.of(CHOICES)
                .mapToObj(this::differences)
                .max(Comparator.comparingDouble(Differences::log))
                .filter(differences -> differences.log() > ifAlike + StragglerSearch.CERTAIN)
                .map(differences ->
                        new JobNoises(differences.deviation(), Math.exp(differences.usual()), ofJobs(differences)))
                .orElse(JobNoises.ALIKE);
    }

    private Differences differences(double deviation) {
        double weights = 0;
        double usual = 0;
        for (LeftNoise left : jobs.values()) {
            double weight = 1 / (deviation * deviation + left.variance());
            weights += weight;
            usual += weight * left.log();
        }
        usual /= weights;
        double log = 0;
        for (LeftNoise left : jobs.values()) {
            double variance = deviation * deviation + left.variance();
            log -= (Math.log(variance) + (left.log() - usual) * (left.log() - usual) / variance) / 2;
        }
        return new Differences(deviation, usual, log);
    }

    private Map<String, JobNoise> ofJobs(Differences differences) {
        Map<String, JobNoise> ofJobs = new TreeMap<>();
        jobs.forEach((name, left) ->
                ofJobs.put(Relevances.name(name), new JobNoise(differences.factor(left), left.freedom())));
        return ofJobs;
    }
}
