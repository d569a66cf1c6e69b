/**
 * One network after the other in plain Java: forward, backward and optimiser by hand, so that many networks train at once,
 * each in a thread of its own. It computes what {@link io.bellamy.model.ForwardPass} with automatic differentiation does.
 */
package io.bellamy.kernel;
