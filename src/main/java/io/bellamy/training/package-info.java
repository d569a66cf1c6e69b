/**
 * Pretraining over all contexts, with the search for hyperparameters, and fine-tuning to one, for both kinds of
 * model.
 *
 * <p>It knows: adaptation, autoencoder, features, job, model, natives, numerics, problem, process, tuning.
 */
package io.bellamy.training;
