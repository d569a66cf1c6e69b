package io.bellamy.spark;

import java.util.List;

/** One of the commands there are on Spark. */
@FunctionalInterface
interface SparkCommand {

    /**
     * Does what is asked for; tells people on standard error, and programs on standard output.
     *
     * @param arguments what follows the name of the command
     * @return the exit code of the same command on one machine
     */
    int run(List<String> arguments);
}
