/**
 * A Gaussian process over all runs known: each counts as much as it is alike, in scale-out, amounts, shared texts and
 * time. Its few parameters are learned in pretraining; conditioning on a history is closed form, but for stragglers and
 * runs that were stopped, which are approximated by expectation propagation. Pure Java, no tensors.
 *
 * <p>It knows: adaptation, features, job, model, numerics.
 */
package io.bellamy.process;
