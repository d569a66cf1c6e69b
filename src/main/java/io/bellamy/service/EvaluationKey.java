package io.bellamy.service;

import io.bellamy.baseline.Baselines;
import io.bellamy.config.Configuration;
import io.bellamy.data.Dataset;
import io.bellamy.evaluation.ContextSelection;
import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * All that the answers of a method about an algorithm depend on.
 *
 * @param program that evaluates
 * @param configuration the configuration
 * @param order what is evaluated
 * @param selection which contexts are held out
 * @param seed where every random number comes from
 */
record EvaluationKey(
        RunningProgram program,
        Configuration configuration,
        Evaluations.Order order,
        ContextSelection selection,
        long seed) {

    /**
     * A digest of it with the data, in hexadecimal.
     *
     * @param dataset of the algorithm
     * @param all of all algorithms that take part, which teach it where whole algorithms are held out
     * @param companions which teach it where it has few runs
     */
    String of(Dataset dataset, List<Dataset> all, Companions companions) {
        StringBuilder text = new StringBuilder();
        add(text, program.summary());
        add(text, configuration.text());
        add(text, order.protocol());
        add(text, new TreeMap<>(selection.only()));
        add(text, selection.most());
        add(text, selection.essential());
        add(text, seed);
        add(text, order.search());
        add(text, order.treeSplits());
        // what a method is made of here
        add(text, Baselines.notes());
        add(text, digest(dataset));
        companions.others().forEach((name, runs) -> {
            add(text, name);
            add(text, digest(runs));
        });
        if (order.joint()) {
            all.forEach(other -> {
                add(text, other.algorithm());
                add(text, digest(other));
            });
        }
        return DigestUtils.sha256Hex(text.toString());
    }

    /** Of the files and of the runs, since how files are read is told by their description. */
    private static String digest(Dataset dataset) {
        StringBuilder text = new StringBuilder();
        dataset.files().forEach(file -> add(text, file.sha256()));
        add(text, dataset.definitions());
        add(text, digest(dataset.runs()));
        return DigestUtils.sha256Hex(text.toString());
    }

    private static String digest(List<Run> runs) {
        StringBuilder text = new StringBuilder();
        for (Run run : runs) {
            add(text, run.scaleOut());
            add(text, run.runtime());
            add(text, run.finished());
            add(text, run.properties().texts());
            add(text, run.measured());
        }
        return DigestUtils.sha256Hex(text.toString());
    }

    /** With its length, so that no two lists of parts have the same text. */
    private static void add(StringBuilder text, Object part) {
        String shown = String.valueOf(part);
        text.append(shown.length()).append(' ').append(shown).append('\n');
    }
}
