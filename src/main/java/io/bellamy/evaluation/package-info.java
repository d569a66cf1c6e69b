/**
 * How far predictions are off on runs that the model never saw: the protocols, questions, and errors. It sees
 * models by their contract alone.
 *
 * <p>It knows: adaptation, features, files, job, model, numerics, prediction, problem, training, tuning.
 */
package io.bellamy.evaluation;
