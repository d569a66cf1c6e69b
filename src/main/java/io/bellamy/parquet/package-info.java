/**
 * Rows of Parquet files as texts: of the row groups and pages that can have what is asked for, in Java but for zstd.
 *
 * <p>It knows: files, natives, problem.
 */
package io.bellamy.parquet;
