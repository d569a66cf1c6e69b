/**
 * What goes out to workers elsewhere and what comes back, as bytes of formats of this program: data alone, no code and no names
 * of classes.
 *
 * <p>It knows: config, job, problem, process, store, training, update.
 */
package io.bellamy.exchange;
