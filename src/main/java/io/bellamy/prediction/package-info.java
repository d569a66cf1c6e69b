/**
 * Answers a request with a pretrained model: completes its context, adapts the model to it and asks for every
 * scale-out.
 *
 * <p>It knows: adaptation, data, features, job, memory, model, numerics, problem, tuning.
 */
package io.bellamy.prediction;
