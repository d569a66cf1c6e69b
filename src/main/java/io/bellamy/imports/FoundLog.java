package io.bellamy.imports;

import java.util.function.Function;

/**
 * A log that is there and was not read yet.
 *
 * @param stamp by which it is known again
 * @param reading reads it
 */
record FoundLog(LogStamp stamp, Function<RowMaker, ReadLog> reading) {}
