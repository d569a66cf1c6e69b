/** Searches hyperparameters: a study asks a sampler for trials and a scheduler which of them to stop early. */
package io.bellamy.tuning;
