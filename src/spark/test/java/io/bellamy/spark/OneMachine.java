package io.bellamy.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command of the program as it runs on one machine.
 *
 * @param exitCode what the shell would be told
 * @param output standard output
 * @param log standard error
 */
record OneMachine(int exitCode, String output, String log) {

    /**
     * Runs it.
     *
     * @param work for what it writes to the streams
     */
    static OneMachine run(Path work, List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of(Cluster.HOME.resolve("bellamy").toString()));
        command.addAll(arguments);
        Map<String, String> environment =
                Map.of("PATH", System.getenv("PATH"), "HOME", System.getProperty("user.home"), "LC_ALL", "C.UTF-8");
        LoggedProcess process = LoggedProcess.start(command, work, environment, work.resolve("alone.log"));
        return new OneMachine(process.exitCode(), process.output(), process.log());
    }
}
