/**
 * The contract of models (a trainer makes a trained model, which adapts to runs and then forecasts), and the
 * networks: their shapes and weights, and the passes of the ensemble's perceptrons.
 *
 * <p>It knows: adaptation, features, job, tuning.
 */
package io.bellamy.model;
