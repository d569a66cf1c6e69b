package io.bellamy.cli;

import io.bellamy.baseline.Baselines;
import io.bellamy.config.Configuration;
import io.bellamy.data.Dataset;
import io.bellamy.evaluation.Protocol;
import io.bellamy.evaluation.Selection;
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
        DataDigest.add(text, new ProgramVersion().getVersion()[0]);
        DataDigest.add(text, configuration.text());
        DataDigest.add(text, protocol);
        DataDigest.add(text, new TreeMap<>(selection.only()));
        DataDigest.add(text, selection.most());
        DataDigest.add(text, selection.essential());
        DataDigest.add(text, seed);
        DataDigest.add(text, search);
        DataDigest.add(text, treeSplits);
        // what a method is made of here
        DataDigest.add(text, Baselines.notes());
        DataDigest.add(text, DataDigest.of(dataset));
        return DigestUtils.sha256Hex(text.toString());
    }
}
