package io.bellamy.eventlog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a log says of a run.
 *
 * @param identity which run it is
 * @param times when it began and ended
 * @param executors how many there were
 * @param memoryEach of an executor with all that comes with it, in MB; empty where nothing says it
 * @param input how large the data are
 * @param tasks what its tasks did; empty where only some of them are known
 * @param jobs how its jobs ended
 * @param settings of Spark and of Java
 * @param hosts where its executors were
 * @param stages those that took longest
 * @param reading how far the log could be read
 */
public record SparkRun(
        RunIdentity identity,
        RunTimes times,
        ExecutorUse executors,
        OptionalLong memoryEach,
        InputSize input,
        Optional<TaskTotals> tasks,
        JobResults jobs,
        Map<String, String> settings,
        List<String> hosts,
        List<StageFacts> stages,
        LogReading reading) {

    public SparkRun {
        settings = Map.copyOf(settings);
        hosts = List.copyOf(hosts);
        stages = List.copyOf(stages);
    }

    /**
     * Which run it is, as far as its log says.
     *
     * @param application its id
     * @param attempt at it, on YARN
     * @param name as the user gave it
     * @param version of Spark
     */
    public record RunIdentity(
            Optional<String> application, Optional<String> attempt, Optional<String> name, Optional<String> version) {}

    /**
     * When it was, in milliseconds since 1970.
     *
     * @param start of the application
     * @param end of the application
     * @param firstJob when the first job was submitted
     * @param lastJob when the last job ended
     */
    public record RunTimes(OptionalLong start, OptionalLong end, OptionalLong firstJob, OptionalLong lastJob) {}

    /**
     * How its jobs ended.
     *
     * @param all that were submitted
     * @param failed how many of them ended without success, where all are known
     * @param lastFailed whether the last one failed
     * @param exitCode of the application, which Spark 4 tells
     * @param streaming whether it waits for data and never ends by itself
     */
    public record JobResults(
            long all, OptionalLong failed, boolean lastFailed, OptionalLong exitCode, boolean streaming) {}

    /** How the size of the input is known. */
    public enum InputOrigin {
        SCANNED_FILES,
        FIRST_READS,
        LARGEST_STAGE,
        UNKNOWN
    }

    /** How large the data are that a run reads, in bytes; 0 where that is unknown. */
    public record InputSize(long bytes, InputOrigin origin) {}

    /**
     * How far the log could be read.
     *
     * @param lines that were read
     * @param events that Spark wrote, of whatever kind
     * @param badLines that are no events
     * @param longLines that are longer than any event that counts
     * @param brokenOff why it could not be read to its end, where that is so
     * @param endsInside whether it is the last line that is no whole event
     */
    public record LogReading(
            long lines, long events, long badLines, long longLines, Optional<String> brokenOff, boolean endsInside) {}
}
