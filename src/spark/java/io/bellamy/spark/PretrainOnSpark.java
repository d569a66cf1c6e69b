package io.bellamy.spark;

import java.util.List;

/** {@code pretrain} on Spark. */
final class PretrainOnSpark implements SparkCommand {

    @Override
    public int run(List<String> arguments) {
        throw new UnsupportedOperationException("pretrain");
    }
}
