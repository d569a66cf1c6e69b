package io.bellamy.service;

import io.bellamy.data.Dataset;
import io.bellamy.job.JobName;
import io.bellamy.job.ScaleOutUnit;
import io.bellamy.prediction.Predictor;
import java.util.List;
import java.util.Optional;

/**
 * A job as requests are answered about it: a model and the data of one moment.
 *
 * @param name of the job
 * @param stamp of the files that it was read from
 * @param content what was read of them last, whole; absent where nothing ever could be
 * @param failure why they can't be read now, where they can't
 * @param warnings what is wrong with the published model, where another one stands in for it
 */
public record LiveJob(
        JobName name,
        String stamp,
        Optional<LiveContent> content,
        Optional<RuntimeException> failure,
        List<String> warnings) {

    /**
     * What answers.
     *
     * @param predictor that does
     * @param dataset that it answers from
     * @param runs how many are known of the job
     * @param values that these had
     * @param version of its model
     * @param usual the request about the job as it usually is, where it has runs of its own
     */
    public record LiveContent(
            Predictor predictor,
            Dataset dataset,
            int runs,
            KnownValues values,
            String version,
            Optional<UsualRequest> usual) {

        /** What scale-outs are numbers of. */
        public ScaleOutUnit counts() {
            return dataset.counts();
        }

        /** Names the data. */
        public String dataDigest() {
            return dataset.digest();
        }
    }

    public LiveJob {
        warnings = List.copyOf(warnings);
    }

    /** Did another try fail in the same way? */
    boolean failsAs(LiveJob other) {
        return failure.map(Throwable::getMessage).equals(other.failure.map(Throwable::getMessage));
    }

    /** Another state of the files, which can't be read: what was read before goes on. */
    LiveJob failed(String newStamp, RuntimeException newFailure) {
        return new LiveJob(name, newStamp, content, Optional.of(newFailure), List.of());
    }
}
