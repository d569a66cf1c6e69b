package io.bellamy.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** {@code pretrain} on Spark: all is done here, as on one machine, but the training, which executors do. */
final class PretrainOnSpark implements SparkCommand {

    private static final String PROGRAM = "io.bellamy.cli.EmbeddedProgram";

    @Override
    public int run(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("pretrain"));
        all.addAll(arguments);
        try (TrainingCluster cluster = new TrainingCluster()) {
            return IsolatedProgram.within(
                    () -> program().apply(cluster, cluster).applyAsInt(all));
        }
    }

    @SuppressWarnings("unchecked")
    private static BiFunction<UnaryOperator<byte[]>, IntSupplier, ToIntFunction<List<String>>> program() {
        return IsolatedProgram.part(PROGRAM, BiFunction.class);
    }
}
