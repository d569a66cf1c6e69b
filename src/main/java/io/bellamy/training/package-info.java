/** Pretraining over all contexts and fine-tuning to one. */
package io.bellamy.training;
