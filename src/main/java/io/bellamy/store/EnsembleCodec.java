package io.bellamy.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.adaptation.Calibrations;
import io.bellamy.training.AdaptableEnsemble;

/** Ensembles, of this format or an earlier one. */
public final class EnsembleCodec implements ModelCodec<AdaptableEnsemble> {

    /** The first format with calibrations. */
    private static final int CALIBRATED = 4;

    /** The first format with a process over all runs known. */
    private static final int HISTORICAL = 5;

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
        if (beside.manifest().formatVersion() >= HISTORICAL) {
            return file.as(AdaptableEnsemble.class);
        }
        JsonNode tree = file.as(JsonNode.class);
        if (beside.manifest().formatVersion() < CALIBRATED && tree.path("prior") instanceof ObjectNode prior) {
            // probabilities were taken for what they are
            prior.set("calibrations", StoredJson.tree(Calibrations.NONE));
        }
        if (tree instanceof ObjectNode ensemble) {
            // the networks answer alone
            ensemble.putNull("history");
        }
        return StoredJson.convert(file.path(), tree, AdaptableEnsemble.class);
    }
}
