package io.bellamy.parquet;

import io.bellamy.files.InputFile;
import java.util.Map;

/**
 * A file of a table.
 *
 * @param file the file
 * @param name for messages
 * @param fixed the columns that its folders name, {@code job=sort}, with their value
 */
record TablePart(InputFile file, String name, Map<String, String> fixed) {}
