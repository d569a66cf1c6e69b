package io.bellamy.store;

import io.bellamy.features.FittedPipeline;
import io.bellamy.model.TrainedModel;
import io.bellamy.training.HeldOutContext;
import java.util.List;
import java.util.Map;

/**
 * A model that is to be kept.
 *
 * @param model what was trained
 * @param pipeline as fitted in pretraining
 * @param heldOut what it says of runs that it did not learn from
 * @param manifest makes the manifest
 */
public record NewModel(
        TrainedModel model, FittedPipeline pipeline, List<HeldOutContext> heldOut, ManifestMaker manifest) {

    /** Makes a manifest from what is known only when a version is written. */
    @FunctionalInterface
    public interface ManifestMaker {

        /**
         * Makes it.
         *
         * @param version the name of the version
         * @param created when, as in ISO 8601
         * @param files the SHA-256 of every other file, by name
         */
        Manifest make(String version, String created, Map<String, String> files);
    }
}
