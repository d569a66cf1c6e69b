package io.bellamy.store;

import io.bellamy.features.FittedPipeline;
import io.bellamy.training.HeldOutContext;
import io.bellamy.training.TrainedModel;
import java.util.List;

/**
 * A model as it is kept.
 *
 * @param manifest where it comes from
 * @param model what was trained
 * @param pipeline as fitted in pretraining
 * @param heldOut what it says of runs that it did not learn from
 */
public record StoredModel(
        Manifest manifest, TrainedModel model, FittedPipeline pipeline, List<HeldOutContext> heldOut) {}
