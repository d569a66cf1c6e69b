package io.bellamy.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A small log of the shape that Spark writes, line by line. Times are in milliseconds after its start. */
public final class SparkLogText {

    public static final long START = 1_780_000_000_000L;
    private static final String SQL = "org.apache.spark.sql.execution.ui.SparkListener";

    private final List<String> lines = new ArrayList<>();

    public SparkLogText line(String line) {
        lines.add(line);
        return this;
    }

    public SparkLogText version(String version) {
        return line("{\"Event\":\"SparkListenerLogStart\",\"Spark Version\":\"" + version + "\"}");
    }

    public SparkLogText start(String name, String id) {
        return line("{\"Event\":\"SparkListenerApplicationStart\",\"App Name\":\"" + name + "\",\"App ID\":\"" + id
                + "\",\"Timestamp\":" + START + ",\"User\":\"etl\"}");
    }

    public SparkLogText attempt(String name, String id, int attempt) {
        return line("{\"Event\":\"SparkListenerApplicationStart\",\"App Name\":\"" + name + "\",\"App ID\":\"" + id
                + "\",\"Timestamp\":" + START + ",\"User\":\"etl\",\"App Attempt ID\":\"" + attempt + "\"}");
    }

    public SparkLogText settings(Map<String, String> spark, Map<String, String> system) {
        return line("{\"Event\":\"SparkListenerEnvironmentUpdate\",\"JVM Information\":{},\"Spark Properties\":"
                + object(spark) + ",\"Hadoop Properties\":{\"fs.x\":\"y\"},\"System Properties\":" + object(system)
                + "}");
    }

    private static String object(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":\""
                        + entry.getValue().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .sorted()
                .collect(Collectors.joining(",", "{", "}"));
    }

    public SparkLogText executor(String id, String host, int cores, long at) {
        return line(
                "{\"Event\":\"SparkListenerExecutorAdded\",\"Timestamp\":" + (START + at) + ",\"Executor ID\":\"" + id
                        + "\",\"Executor Info\":{\"Host\":\"" + host + "\",\"Total Cores\":" + cores
                        + ",\"Log Urls\":{\"stdout\":\"http://" + host + "/out\"},\"Resource Profile Id\":0}}");
    }

    public SparkLogText removed(String id, long at) {
        return line("{\"Event\":\"SparkListenerExecutorRemoved\",\"Timestamp\":" + (START + at) + ",\"Executor ID\":\""
                + id + "\",\"Removed Reason\":\"lost\"}");
    }

    public SparkLogText jobStart(int id, long at) {
        return line("{\"Event\":\"SparkListenerJobStart\",\"Job ID\":" + id + ",\"Submission Time\":" + (START + at)
                + ",\"Stage Infos\":[],\"Stage IDs\":[0],\"Properties\":{\"x\":\"y\"}}");
    }

    public SparkLogText jobEnd(int id, long at, boolean succeeded) {
        return line("{\"Event\":\"SparkListenerJobEnd\",\"Job ID\":" + id + ",\"Completion Time\":" + (START + at)
                + ",\"Job Result\":{\"Result\":\"" + (succeeded ? "JobSucceeded" : "JobFailed") + "\"}}");
    }

    /** A task that succeeded and read so many bytes. */
    public SparkLogText task(int stage, long from, long to, long bytes) {
        return line("{\"Event\":\"SparkListenerTaskEnd\",\"Stage ID\":" + stage
                + ",\"Stage Attempt ID\":0,\"Task Type\":\"ResultTask\",\"Task End Reason\":{\"Reason\":\"Success\"},"
                + "\"Task Info\":{\"Task ID\":3,\"Index\":3,\"Attempt\":0,\"Launch Time\":" + (START + from)
                + ",\"Executor ID\":\"1\",\"Host\":\"a\",\"Locality\":\"ANY\",\"Speculative\":false,"
                + "\"Getting Result Time\":0,\"Finish Time\":" + (START + to) + ",\"Failed\":false,\"Killed\":false,"
                + "\"Accumulables\":[{\"ID\":6,\"Name\":\"\\\"Bytes Read\\\":77\",\"Update\":15,\"Value\":15}]},"
                + "\"Task Executor Metrics\":{\"JVMHeapMemory\":0},\"Task Metrics\":{\"Executor Run Time\":5,"
                + "\"Peak Execution Memory\":11,\"Memory Bytes Spilled\":1,\"Disk Bytes Spilled\":2,"
                + "\"Shuffle Read Metrics\":{\"Remote Bytes Read\":3,\"Remote Bytes Read To Disk\":9,"
                + "\"Local Bytes Read\":4,\"Total Records Read\":1},\"Shuffle Write Metrics\":{"
                + "\"Shuffle Bytes Written\":5,\"Shuffle Records Written\":1},\"Input Metrics\":{\"Bytes Read\":"
                + bytes
                + ",\"Records Read\":6},\"Output Metrics\":{\"Bytes Written\":7,\"Records Written\":8}}}");
    }

    /** A stage that reads from a place, with what it reads kept for later stages or not. */
    public SparkLogText stage(int id, long from, long to, String place, boolean kept) {
        String rdd = place.isEmpty()
                ? ""
                : "{\"RDD ID\":8,\"Name\":\"MapPartitionsRDD\",\"Parent IDs\":[7],\"Storage Level\":{\"Use Disk\":false,\"Use Memory\":"
                        + kept + "},\"Number of Partitions\":2},{\"RDD ID\":7,\"Name\":\"" + place
                        + "\",\"Parent IDs\":[],\"Storage Level\":{\"Use Disk\":false,\"Use Memory\":false}}";
        return line("{\"Event\":\"SparkListenerStageCompleted\",\"Stage Info\":{\"Stage ID\":" + id
                + ",\"Stage Attempt ID\":0,\"Stage Name\":\"count at A.scala:1\",\"Number of Tasks\":2,\"RDD Info\":["
                + rdd
                + "],\"Parent IDs\":[],\"Details\":\"a\\nb\",\"Submission Time\":" + (START + from)
                + ",\"Completion Time\":" + (START + to) + ",\"Accumulables\":[]}}");
    }

    /** A query with one scan of a place, whose size an accumulator has. */
    public SparkLogText scan(String event, String location, long accumulator, String metric) {
        String metadata = location.isEmpty() ? "{}" : "{\"Location\":\"" + location + "\"}";
        return line("{\"Event\":\"" + SQL + event + "\",\"executionId\":0,\"physicalPlanDescription\":\"== Plan ==\","
                + "\"sparkPlanInfo\":{\"nodeName\":\"Project\",\"simpleString\":\"Project [a#1]\",\"children\":[{\"nodeName\":"
                + "\"Scan\",\"simpleString\":\"BatchScan t" + accumulator + "#5 [a#1]\",\"children\":[],\"metadata\":"
                + metadata
                + ",\"metrics\":[{\"name\":\"number of files read\",\"accumulatorId\":1},{\"name\":\"" + metric
                + "\",\"accumulatorId\":" + accumulator
                + ",\"metricType\":\"size\"}]}],\"metadata\":{},\"metrics\":[]}}");
    }

    /** A query that writes to a place. */
    public SparkLogText write(String place) {
        return line("{\"Event\":\"" + SQL
                + "SQLExecutionStart\",\"executionId\":1,\"sparkPlanInfo\":{\"nodeName\":\"Execute\","
                + "\"simpleString\":\"Execute InsertIntoHadoopFsRelationCommand " + place
                + ", false, Parquet\",\"children\":[],\"metadata\":{},\"metrics\":[]}}");
    }

    public SparkLogText told(long accumulator, long value) {
        return line("{\"Event\":\"" + SQL + "DriverAccumUpdates\",\"executionId\":0,\"accumUpdates\":[[" + accumulator
                + "," + value + "]]}");
    }

    public SparkLogText end(long at) {
        return line("{\"Event\":\"SparkListenerApplicationEnd\",\"Timestamp\":" + (START + at) + "}");
    }

    /** A whole run of a job on so many executors. */
    public static SparkLogText run(String name, String id, int executors, Map<String, String> spark, String command) {
        SparkLogText log = new SparkLogText()
                .version("3.5.6")
                .start(name, id)
                .settings(spark, Map.of("sun.java.command", command));
        for (int i = 1; i <= executors; i++) {
            log.executor(Integer.toString(i), "host" + i, 2, 1000);
        }
        return log.jobStart(0, 2000)
                .task(0, 3000, 9000, 5_000_000)
                .stage(0, 2500, 9500, "/data/in", false)
                .jobEnd(0, 10_000, true)
                .end(12_000);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public String text() {
        return String.join("\n", lines) + "\n";
    }
}
