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
 * @param alike how many runs of a job the others are worth, as far as they tell how it scatters; 0 where all scatter alike
 * @param ofJobs by the texts of the job
 */
public record JobNoises(double alike, @JsonProperty("of_jobs") Map<String, JobNoise> ofJobs) {

    /** All jobs scatter alike. */
    static final JobNoises ALIKE = new JobNoises(0, Map.of());

    private static final JobNoise UNKNOWN = new JobNoise(1, 0);

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
        return ofJobs.getOrDefault(Relevances.name(job), UNKNOWN).factor();
    }

    /** How the runs of a job lie, where those of most lie so. */
    RunScatter of(List<String> job, RunScatter usual) {
        return of(ofJobs.getOrDefault(Relevances.name(job), UNKNOWN), usual);
    }

    /** The same of a job of which no run is known. */
    RunScatter ofNew(RunScatter usual) {
        return of(UNKNOWN, usual);
    }

    private RunScatter of(JobNoise job, RunScatter usual) {
        return alike == 0
                ? usual
                : usual.with(usual.deviation() * Math.sqrt(job.factor()), alike + job.freedom());
    }
}
