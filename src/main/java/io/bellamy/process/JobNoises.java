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
 * @param alike so many runs' worth it is known of a job before one of its own is seen; infinite where all are alike
 * @param ofJobs by the texts of the job
 */
public record JobNoises(double alike, @JsonProperty("of_jobs") Map<String, JobNoise> ofJobs) {

    /** All jobs scatter alike. */
    static final JobNoises ALIKE = new JobNoises(0, Map.of());

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
        Sensible.requireNotNegative("the runs that it is worth how alike jobs are", alike);
        // in one order, for the bytes of a model
        ofJobs = Collections.unmodifiableMap(new TreeMap<>(ofJobs));
    }

    double factor(List<String> job) {
        JobNoise own = ofJobs.get(Relevances.name(job));
        return own == null ? 1 : own.factor();
    }

    /** How the runs of a job lie, where those of most lie so. */
    RunScatter of(List<String> job, RunScatter usual) {
        if (alike == 0) {
            return usual;
        }
        JobNoise own = ofJobs.getOrDefault(Relevances.name(job), new JobNoise(1, 0));
        return usual.times(own.factor()).with(usual.deviation() * Math.sqrt(own.factor()), alike + own.freedom());
    }
}
