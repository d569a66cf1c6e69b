package io.bellamy.data;

import java.util.Optional;

/**
 * How a file with a table is written.
 *
 * @param file the file, relative to the data set's folder
 * @param format the form of its rows; that of the file's name where this is absent
 * @param separator what separates the columns
 * @param decimal what stands before the decimals of its numbers
 */
record TableForm(String file, Optional<String> format, char separator, DecimalMark decimal) {}
