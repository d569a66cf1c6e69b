/**
 * Makes a data set of logs: what a run was as a row of runs.csv, merged with those that are there already, with a description
 * that the pipeline reads. What one file has wrong is told and does not keep the others from being imported.
 *
 * <p>It knows: eventlog, files, grouping, historyserver, logfiles, numerics, problem, yaml.
 */
package io.bellamy.imports;
