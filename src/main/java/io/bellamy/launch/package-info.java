/**
 * What a launcher is told of a recommendation: how many executors of which size, and between which numbers; as texts that
 * launchers read, or in the file of an application that is there already.
 *
 * <p>It knows: job, numerics, prediction, problem, recommendation, yaml.
 */
package io.bellamy.launch;
