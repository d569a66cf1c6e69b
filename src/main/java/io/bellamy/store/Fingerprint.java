package io.bellamy.store;

/**
 * What a model was made of: with the same, pretraining would make the same again.
 *
 * @param data SHA-256 of the data set's description and files, with their names
 * @param configuration SHA-256 of the configuration file and the options that won over it
 * @param program SHA-256 of the program
 */
public record Fingerprint(String data, String configuration, String program) {

    /** Of a model that does not tell: it equals that of no other. */
    static final Fingerprint UNKNOWN = new Fingerprint("", "", "");
}
