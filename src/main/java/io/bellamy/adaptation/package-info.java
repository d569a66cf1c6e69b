/**
 * Adapts a pretrained model to a context in closed form: a prior, learned in pretraining, of how far off whole curves are,
 * conditioned on the few runs known. Pure Java, no tensors.
 */
package io.bellamy.adaptation;
