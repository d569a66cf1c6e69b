package io.bellamy.store;

import io.bellamy.features.FittedPipeline;
import io.bellamy.model.Weights;

/**
 * A model as it is kept.
 *
 * @param manifest where it comes from
 * @param weights the network
 * @param pipeline as fitted in pretraining
 */
public record StoredModel(Manifest manifest, Weights weights, FittedPipeline pipeline) {}
