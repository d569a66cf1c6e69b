package io.bellamy.store;

import io.bellamy.features.FittedPipeline;
import io.bellamy.model.TrainedModel;

/**
 * A model as it is kept.
 *
 * @param manifest where it comes from
 * @param model what was trained
 * @param pipeline as fitted in pretraining
 */
public record StoredModel(Manifest manifest, TrainedModel model, FittedPipeline pipeline) {}
