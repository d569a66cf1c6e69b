package io.bellamy.store;

import io.bellamy.features.FittedPipeline;
import io.bellamy.model.TrainedModel;

/**
 * How one kind of model is kept: as one file of JSON. Safe for several threads.
 *
 * @param <M> the kind of model
 */
public interface ModelCodec<M extends TrainedModel> {

    /** The name of the file, by which the kind is known again. */
    String file();

    Class<M> type();

    /** What is written; a value of plain records, lists and numbers. */
    Object content(M model);

    /**
     * The model again.
     *
     * @param file what was written
     * @param beside what is kept beside it
     * @throws io.bellamy.problem.DamagedModelException naming the file, if that is not what it should be
     */
    M read(StoredFile file, Beside beside);

    /**
     * What is kept beside a model.
     *
     * @param manifest where it comes from
     * @param pipeline as fitted in pretraining
     */
    record Beside(Manifest manifest, FittedPipeline pipeline) {}
}
