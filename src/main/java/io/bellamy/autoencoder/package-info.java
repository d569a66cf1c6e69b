/**
 * One network after the other in plain Java: forward, backward and optimiser by hand, so that many networks train at once,
 * each in a thread of its own. Its oracles in the tests are the original's figures and the same network on tensors.
 */
package io.bellamy.autoencoder;
