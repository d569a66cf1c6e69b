package io.bellamy.data;

/**
 * A table beside the runs, whose columns are added to those of a run: of the row whose key is what the run has.
 *
 * @param form the file and how it is written
 * @param column that of the runs
 * @param key that of the table
 */
record Lookup(TableForm form, String column, String key) {}
