/**
 * Models on disk: versions, each with a manifest, in data formats only; locks, checkpoints, and a codec for each
 * kind of model.
 *
 * <p>It knows: adaptation, data, features, files, job, model, problem, training.
 */
package io.bellamy.store;
