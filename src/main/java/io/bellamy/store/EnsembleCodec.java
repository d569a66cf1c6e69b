package io.bellamy.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.adaptation.Calibrations;
import io.bellamy.training.AdaptableEnsemble;

/** Ensembles, of this format or an earlier one. */
public final class EnsembleCodec implements ModelCodec<AdaptableEnsemble> {

    /** The first format with calibrations. */
    private static final int CALIBRATED = 4;

    /** The first format with a process over all runs known. */
    private static final int HISTORICAL = 5;

    /** The first format whose repetitions may have early runs among them, and whose jobs may share a trend. */
    private static final int WITH_EARLY_RUNS = 6;

    /** The first format that tells how far off the process is where it does not know the runs. */
    private static final int HELD_OUT = 8;

    /** The first format that tells how far off it is at values that no run has, and whose algorithms have surfaces of their own. */
    private static final int UNSEEN_VALUES = 9;

    /** The first format whose jobs may scatter more or less than others. */
    private static final int OF_JOBS = 10;

    /** The logarithm of no variance. */
    private static final double NONE = -1000;

    @Override
    public String file() {
        return "ensemble.json";
    }

    @Override
    public Class<AdaptableEnsemble> type() {
        return AdaptableEnsemble.class;
    }

    @Override
    public Object content(AdaptableEnsemble model) {
        return model;
    }

    @Override
    public AdaptableEnsemble read(StoredFile file, Beside beside) {
        int format = beside.manifest().formatVersion();
        if (format >= OF_JOBS) {
            return file.as(AdaptableEnsemble.class);
        }
        JsonNode tree = file.as(JsonNode.class);
        if (format < CALIBRATED && tree.path("prior") instanceof ObjectNode prior) {
            // probabilities were taken for what they are
            prior.set("calibrations", StoredJson.tree(Calibrations.NONE));
        }
        if (format < HELD_OUT && tree.at("/history/process") instanceof ObjectNode process) {
            // the kernel was taken at its word
            ObjectNode spread = process.putObject("spread");
            spread.putObject("nugget").put("level", NONE).put("deviation", 0.0);
            spread.putObject("unseen").put("level", 0.0).put("deviation", 0.0);
        }
        if (format < WITH_EARLY_RUNS && tree.at("/history/process/scatter") instanceof ObjectNode scatter) {
            // all but stragglers were usual
            scatter.put("early", 0.0);
        }
        if (format < WITH_EARLY_RUNS
                && tree.at("/history/process/columns") instanceof ObjectNode columns
                && columns.path("days").isObject()
                && (!columns.path("texts").isEmpty()
                        || columns.path("algorithm").isTextual())
                && tree.at("/history/process/parameters") instanceof ArrayNode parameters) {
            // each job had a trend of its own
            parameters.add(NONE);
        }
        if (format < UNSEEN_VALUES && tree.at("/history/process") instanceof ObjectNode process) {
            EarlierProcess.of(process).upgrade();
        }
        if (tree.at("/history/process") instanceof ObjectNode process) {
            // all jobs scattered alike
            process.putObject("noises").put("deviation", 0.0).put("usual", 1.0).putObject("of_jobs");
        }
        if (format < HISTORICAL && tree instanceof ObjectNode ensemble) {
            // the networks answer alone
            ensemble.putNull("history");
        }
        return StoredJson.convert(file.path(), tree, AdaptableEnsemble.class);
    }
}
