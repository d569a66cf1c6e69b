package io.bellamy.store;

import java.util.ArrayList;
import java.util.List;

/**
 * All that a pretraining depends on: it can be taken up again only where all of it is the same.
 *
 * @param program versions of Bellamy and of what it runs on
 * @param configuration SHA-256 of the configuration file
 * @param data SHA-256 of the data
 * @param seed where every random number comes from
 * @param trials how many
 * @param epochs at most, per trial
 */
public record CheckpointKey(String program, String configuration, String data, long seed, int trials, int epochs) {

    /** What differs in the other one, for the user. */
    List<String> differences(CheckpointKey other) {
        List<String> differences = new ArrayList<>();
        if (!program.equals(other.program)) {
            differences.add("it is of " + other.program + ", this is " + program);
        }
        if (!configuration.equals(other.configuration)) {
            differences.add("the configuration has changed");
        }
        if (!data.equals(other.data)) {
            differences.add("the data have changed");
        }
        number(differences, "seed", other.seed, seed);
        number(differences, "trials", other.trials, trials);
        number(differences, "epochs", other.epochs, epochs);
        return differences;
    }

    private static void number(List<String> differences, String name, long there, long here) {
        if (there != here) {
            differences.add(name + " " + there + " there, " + here + " here");
        }
    }
}
