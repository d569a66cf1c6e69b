/**
 * Brings the model of an algorithm up to date: trains a new one, compares it with the published one, replaces it.
 *
 * <p>It knows: data, job, natives, prediction, problem, store, training, tuning.
 */
package io.bellamy.update;
