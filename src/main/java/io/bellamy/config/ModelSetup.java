package io.bellamy.config;

import io.bellamy.training.Hyperparameters;

/**
 * What the section {@code model_setup} says.
 *
 * @param kind of model
 * @param hiddenDim the width of the network
 * @param encodingDim how many numbers a property is encoded as
 * @param defaults hyperparameters where nothing is searched
 * @param pretrainingEpochs how many at the most
 * @param fineTuningEpochs how many at the most
 * @param batchSize of either
 */
record ModelSetup(
        String kind,
        int hiddenDim,
        int encodingDim,
        Hyperparameters defaults,
        int pretrainingEpochs,
        int fineTuningEpochs,
        int batchSize) {}
