package io.bellamy.update;

import io.bellamy.store.CheckpointKey;
import io.bellamy.store.Fingerprint;
import io.bellamy.store.Manifest;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a model comes from, apart from the data.
 *
 * @param program the program
 * @param configuration what was configured
 * @param seed where every random number comes from
 * @param trials how many
 * @param epochs at most, per trial
 */
public record Origin(Program program, Manifest.Settings configuration, long seed, int trials, int epochs) {

    /**
     * The program.
     *
     * @param version of Bellamy
     * @param java version of Java
     * @param djl version of DJL
     * @param sha256 of the program itself
     */
    public record Program(String version, String java, String djl, String sha256) {}

    /**
     * What pretraining would make the same model of again.
     *
     * @param data the digest of the files
     * @param runs that of the runs that were read from them, blank where they were not
     */
    Fingerprint fingerprint(String data, String runs) {
        String settings = configuration.sha256() + " " + configuration.overrides();
        return new Fingerprint(data, runs, DigestUtils.sha256Hex(settings), program.sha256());
    }

    /** What a checkpoint belongs to. */
    CheckpointKey checkpointKey(String data) {
        String build = program.version() + " (Java " + program.java() + ", DJL " + program.djl() + ", build "
                + program.sha256() + ")";
        return new CheckpointKey(build, configuration.sha256(), data, seed, trials, epochs);
    }
}
