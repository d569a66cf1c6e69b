/**
 * The network of the original in plain Java: forward, backward and optimiser by hand, so that many networks train
 * at once, each in a thread of its own. Its oracles in the tests are the original's figures and the same network in
 * tensors.
 *
 * <p>It knows: features, model.
 */
package io.bellamy.autoencoder;
