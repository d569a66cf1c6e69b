/**
 * Runs that the program is told of, one by one or by a command that it measures, into the file of a data set that has them.
 *
 * <p>It knows: data, files, job, numerics, problem, yaml.
 */
package io.bellamy.recording;
