/**
 * Searches for hyperparameters: a study asks a sampler for trials and a scheduler which of them to stop early.
 * Every random number comes from a seed here.
 *
 * <p>It knows no other package.
 */
package io.bellamy.tuning;
