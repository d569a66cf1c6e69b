package io.bellamy.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What {@code spark-submit} starts: {@code spark-submit [options of Spark] bellamy-spark.jar pretrain|import [options]}. */
public final class SparkMain {

    private static final int USAGE = 2;

    private static final Map<String, SparkCommand> COMMANDS =
            Map.of("pretrain", new PretrainOnSpark(), "import", new ImportOnSpark());

    private SparkMain() {}

    public static void main(String[] arguments) {
        List<String> given = Arrays.asList(arguments);
        SparkCommand command = given.isEmpty() ? null : COMMANDS.get(given.get(0));
        int exitCode;
        if (command == null) {
            System.err.println(
                    "bellamy: on Spark there are the commands pretrain and import: spark-submit [options of Spark]"
                            + " bellamy-spark.jar pretrain|import [options]; pretrain --help tells more");
            exitCode = USAGE;
        } else {
            exitCode = command.run(given.subList(1, given.size()));
        }
        // where Spark began the driver itself, it takes an exit for a failure
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
