package io.bellamy.store;

/**
 * What a model was made of: with the same, pretraining would make the same again.
 *
 * @param data SHA-256 of the data set's description and files, with their names
 * @param runs SHA-256 of the runs of the job that were read from these; blank where that is not known
 * @param configuration SHA-256 of the configuration file and the options that won over it
 * @param program SHA-256 of the program
 */
public record Fingerprint(String data, String runs, String configuration, String program) {

    /** Of a model that does not tell: it equals that of no other. */
    static final Fingerprint UNKNOWN = new Fingerprint("", "", "", "");

    /** Would the same come of these files? */
    public boolean hasDataOf(Fingerprint other) {
        return data.equals(other.data) && isMadeAs(other);
    }

    /** Would the same come of these runs, whatever else changed in the files? */
    public boolean hasRunsOf(Fingerprint other) {
        return !runs.isEmpty() && runs.equals(other.runs) && isMadeAs(other);
    }

    private boolean isMadeAs(Fingerprint other) {
        return configuration.equals(other.configuration) && program.equals(other.program);
    }
}
