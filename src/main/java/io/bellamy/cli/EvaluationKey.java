package io.bellamy.cli;

import io.bellamy.baseline.Baselines;
import io.bellamy.config.Configuration;
import io.bellamy.data.Dataset;
import io.bellamy.evaluation.Protocol;
import io.bellamy.evaluation.Selection;
import io.bellamy.job.Run;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * All that the answers of a method about an algorithm depend on.
 *
 * @param configuration the configuration
 * @param protocol how contexts are held out
 * @param selection which of them
 * @param seed where every random number comes from
 * @param search whether hyperparameters are searched for
 * @param treeSplits how many splits those answer at most that grow trees
 */
record EvaluationKey(
        Configuration configuration,
        Protocol protocol,
        Selection selection,
        long seed,
        boolean search,
        int treeSplits) {

    /** A digest of it with the data, in hexadecimal. */
    String of(Dataset dataset) {
        StringBuilder text = new StringBuilder();
        add(text, new ProgramVersion().getVersion()[0]);
        add(text, configuration.text());
        add(text, protocol);
        add(text, new TreeMap<>(selection.only()));
        add(text, selection.most());
        add(text, selection.essential());
        add(text, seed);
        add(text, search);
        add(text, treeSplits);
        // what a method is made of here
        add(text, Baselines.notes());
        dataset.files().forEach(file -> add(text, file.sha256()));
        // the runs too: how files are read is told by their description
        for (Run run : dataset.runs()) {
            add(text, run.scaleOut());
            add(text, run.runtime());
            add(text, new TreeMap<>(run.properties()));
        }
        return DigestUtils.sha256Hex(text.toString());
    }

    /** With its length, so that no two lists of parts have the same text. */
    private static void add(StringBuilder text, Object part) {
        String shown = String.valueOf(part);
        text.append(shown.length()).append(' ').append(shown).append('\n');
    }
}
