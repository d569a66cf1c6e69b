package io.bellamy.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bellamy.adaptation.Sensible;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much the runs of each job scatter, beside those of most.
 *
 * @param deviation of the logarithms of the factors; 0 where all scatter alike
 * @param usual factor of the variance, of a job that is not among them
 * @param ofJobs by the texts of the job
 */
public record JobNoises(
        double deviation,
        double usual,
        @JsonProperty("of_jobs") Map<String, JobNoise> ofJobs) {

    /** All jobs scatter alike. */
    static final JobNoises ALIKE = new JobNoises(0, 1, Map.of());

    /**
     * Of a job.
     *
     * @param factor of the variance
     * @param freedom how many runs tell of it
     */
    public record JobNoise(double factor, double freedom) {

        public JobNoise {
            Sensible.requirePositive("the factor of the noise of a job", factor);
            Sensible.requireNotNegative("the runs that tell of the noise of a job", freedom);
        }
    }

    public JobNoises {
        Sensible.requirePositive("the usual factor of the noise", usual);
        Sensible.requireNotNegative("the deviation of the noises of jobs", deviation);
        // in one order, for the bytes of a model
        ofJobs = Collections.unmodifiableMap(new TreeMap<>(ofJobs));
    }

    double factor(List<String> job) {
        return own(job).factor();
    }

    /** How the runs of a job lie, where those of most lie so. */
    RunScatter of(List<String> job, RunScatter ofMost) {
        return lying(own(job), ofMost);
    }

    /** The same of a job of which no run is known. */
    RunScatter ofNew(RunScatter ofMost) {
        return lying(unknown(), ofMost);
    }

    private JobNoise own(List<String> job) {
        return ofJobs.getOrDefault(Relevances.name(job), unknown());
    }

    private JobNoise unknown() {
        return new JobNoise(usual, 0);
    }

    private RunScatter lying(JobNoise job, RunScatter ofMost) {
        return deviation == 0
                ? ofMost
                : ofMost.with(
                        ofMost.deviation() * Math.sqrt(job.factor()), RunScatter.freedom(deviation, job.freedom()));
    }
}
