package io.bellamy.parquet;

import java.util.List;

/**
 * A row.
 *
 * @param part the name of its file, for messages
 * @param number in that file, from 1
 * @param cells the texts of the columns that were asked for, in their order; blank where there is none
 */
public record ParquetRow(String part, long number, List<String> cells) {}
