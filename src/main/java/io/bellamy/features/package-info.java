/**
 * Turns runs into numbers: a pipeline is fitted to the runs of pretraining and then applied to any. Columns are for
 * all models; encoders are for the network of the original alone.
 *
 * <p>It knows: job, numerics.
 */
package io.bellamy.features;
