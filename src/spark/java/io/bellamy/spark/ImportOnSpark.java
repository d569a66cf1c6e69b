package io.bellamy.spark;

import java.util.List;

/** {@code import} on Spark. */
final class ImportOnSpark implements SparkCommand {

    @Override
    public int run(List<String> arguments) {
        throw new UnsupportedOperationException("import");
    }
}
