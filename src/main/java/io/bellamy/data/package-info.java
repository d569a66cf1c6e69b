/**
 * Data sets by description: where their runs are, in which format, and what the columns mean.
 *
 * <p>It knows: files, job, numerics, parquet, problem, yaml.
 */
package io.bellamy.data;
