package io.bellamy.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.adaptation.Calibrations;
import io.bellamy.training.TrainedModel.AdaptableEnsemble;
import java.nio.file.Path;

/** The file of an ensemble, of this format or an earlier one. */
final class EnsembleFile {

    /** The first format with calibrations. */
    private static final int CALIBRATED = 4;

    private EnsembleFile() {}

    /**
     * Reads content.
     *
     * @param file where it comes from
     * @throws io.bellamy.problem.DamagedModelException naming the file, if that is not what it should be
     */
    static AdaptableEnsemble parse(Path file, byte[] content, int format) {
        JsonNode tree = StoredJson.parse(file, content, JsonNode.class);
        if (format < CALIBRATED && tree.path("prior") instanceof ObjectNode prior) {
            // probabilities were taken for what they are
            prior.set("calibrations", StoredJson.tree(Calibrations.NONE));
        }
        return StoredJson.convert(file, tree, AdaptableEnsemble.class);
    }
}
