/**
 * Adapts a pretrained model to a context in closed form: a Gaussian process, learned in pretraining, over how far
 * off whole curves are, conditioned on the few runs known. Pure Java, no tensors.
 *
 * <p>It knows: numerics.
 */
package io.bellamy.adaptation;
