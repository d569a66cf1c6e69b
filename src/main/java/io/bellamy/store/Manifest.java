package io.bellamy.store;

import io.bellamy.data.Dataset.DataFile;
import io.bellamy.training.Validation;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Where a model comes from and what belongs to it.
 *
 * @param formatVersion of the files; {@link #FORMAT}
 * @param trainingTarget the data set
 * @param algorithm the algorithm
 * @param version the name of this version
 * @param created when, as in ISO 8601
 * @param programVersion of Bellamy
 * @param javaVersion of Java
 * @param djlVersion of DJL
 * @param configuration what was configured
 * @param seed where every random number came from
 * @param data the files that the runs were read from
 * @param trainingRows how many runs were learned from
 * @param validationRows how many were held out
 * @param validation figures on these
 * @param best the best trial
 * @param trials every trial
 * @param epochs at most, per trial
 * @param seconds how long it took
 * @param processor the kind of the one that it was made by; blank where that is not known
 * @param fingerprint what it was made of
 * @param comparison with the model that was published before; none where there was none to compare with
 * @param files the SHA-256 of every other file of the version, by name
 */
public record Manifest(
        int formatVersion,
        String trainingTarget,
        String algorithm,
        String version,
        String created,
        String programVersion,
        String javaVersion,
        String djlVersion,
        Settings configuration,
        long seed,
        List<DataFile> data,
        int trainingRows,
        int validationRows,
        Validation validation,
        TrialSummary best,
        List<TrialSummary> trials,
        int epochs,
        double seconds,
        String processor,
        Fingerprint fingerprint,
        Optional<Comparison> comparison,
        Map<String, String> files) {

    /** The format that this program writes. */
    public static final int FORMAT = 10;

    /** When it was made; absent where the file does not say so in a way that can be read. */
    public Optional<Instant> made() {
        try {
            return Optional.of(Instant.parse(created));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** How long ago it was made; absent where that is not known. */
    public Optional<Duration> age(Clock clock) {
        return made().map(time -> Duration.between(time, clock.instant()));
    }

    /** Was it kept from being published, since it was worse than the one before? */
    public boolean heldBack() {
        return comparison.filter(found -> found.worse() && !found.forced()).isPresent();
    }

    /**
     * What was configured.
     *
     * @param text the configuration file
     * @param sha256 its digest in hexadecimal
     * @param overrides the options of the command line that won over it, with their values
     */
    public record Settings(String text, String sha256, Map<String, Long> overrides) {

        public static Settings of(String text, Map<String, Long> overrides) {
            return new Settings(text, DigestUtils.sha256Hex(text), overrides);
        }
    }

    /**
     * What came of a trial.
     *
     * @param number from 0
     * @param parameters what it chose
     * @param epochs how many it ran
     * @param bestEpoch the epoch of its best value; 0 if it never had one
     * @param validation the figures of that epoch by name: loss, mae, mse; none if it never had a value
     * @param pruned whether it was stopped early
     */
    public record TrialSummary(
            int number,
            Map<String, Double> parameters,
            int epochs,
            int bestEpoch,
            Map<String, Double> validation,
            boolean pruned) {}
}
