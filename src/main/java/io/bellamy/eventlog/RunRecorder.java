package io.bellamy.eventlog;

import com.fasterxml.jackson.core.JsonParser;
import io.bellamy.eventlog.SparkRun.InputOrigin;
import io.bellamy.eventlog.SparkRun.InputSize;
import io.bellamy.eventlog.SparkRun.JobResults;
import io.bellamy.eventlog.SparkRun.RunIdentity;
import io.bellamy.eventlog.SparkRun.RunTimes;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes the events of a run in, in whatever order they come. */
final class RunRecorder {

    private static final String SQL = "org.apache.spark.sql.execution.ui.SparkListener";

    private final ExecutorTimeline executors = new ExecutorTimeline();
    private final StageTable stages = new StageTable();
    private final ScanSizes scans = new ScanSizes();
    private final StreamingQueries streams = new StreamingQueries();
    private final ExecutorMemory memory = new ExecutorMemory();
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, String> application = new HashMap<>();
    private OptionalLong start = OptionalLong.empty();
    private OptionalLong end = OptionalLong.empty();
    private OptionalLong firstJob = OptionalLong.empty();
    private OptionalLong lastJob = OptionalLong.empty();
    private OptionalLong exitCode = OptionalLong.empty();
    private long jobs;
    private long failedJobs;
    private boolean lastJobFailed;

    /** Takes an event in, or passes it over. */
    void take(String event, EventLine line) throws IOException {
        switch (event) {
            case "SparkListenerTaskEnd" -> stages.taskEnded(line);
            case "SparkListenerStageCompleted" -> stages.stageEnded(line);
            case "SparkListenerJobStart" -> jobStarted(line);
            case "SparkListenerJobEnd" -> jobEnded(line);
            case "SparkListenerExecutorAdded" -> executorAdded(line);
            case "SparkListenerExecutorRemoved" -> executorRemoved(line);
            case "SparkListenerResourceProfileAdded" -> memory.profileAdded(line);
            case "SparkListenerEnvironmentUpdate" -> JsonFields.read(line, this::takeEnvironment);
            case "SparkListenerApplicationStart" -> JsonFields.read(line, this::takeStart);
            case "SparkListenerApplicationEnd" -> JsonFields.read(line, this::takeEnd);
            case "SparkListenerLogStart", "DBCEventLoggingListenerMetadata" -> JsonFields.read(line, this::takeVersion);
            case SQL + "SQLExecutionStart", SQL + "SQLAdaptiveExecutionUpdate" -> scans.planned(line);
            case SQL + "DriverAccumUpdates" -> scans.told(line);
            default -> {
                if (event.contains("StreamingQueryListener$")) {
                    streams.take(event, line);
                }
            }
        }
    }

    private boolean takeVersion(String field, JsonParser json) throws IOException {
        if (field.equals("Spark Version")) {
            application.putIfAbsent(field, JsonFields.text(json));
        }
        return true;
    }

    private boolean takeStart(String field, JsonParser json) throws IOException {
        switch (field) {
            case "Timestamp" -> start = OptionalLong.of(JsonFields.number(json));
            case "App Name", "App ID", "App Attempt ID" -> application.put(field, JsonFields.text(json));
            default -> {}
        }
        return true;
    }

    private boolean takeEnd(String field, JsonParser json) throws IOException {
        switch (field) {
            case "Timestamp" -> end = OptionalLong.of(JsonFields.number(json));
            case "ExitCode" -> exitCode = OptionalLong.of(JsonFields.number(json));
            default -> {}
        }
        return true;
    }

    /** Of settings with the same name those of Spark count. */
    private boolean takeEnvironment(String field, JsonParser json) throws IOException {
        if (field.equals("Spark Properties") || field.equals("System Properties")) {
            boolean wins = field.startsWith("Spark");
            JsonFields.fields(json, (name, value) -> {
                String text = JsonFields.text(value);
                if (wins) {
                    settings.put(name, text);
                } else {
                    settings.putIfAbsent(name, text);
                }
                return true;
            });
        }
        return true;
    }

    private void jobStarted(EventLine line) throws IOException {
        jobs++;
        JsonFields.read(line, (field, json) -> {
            if (field.equals("Submission Time") && firstJob.isEmpty()) {
                firstJob = OptionalLong.of(JsonFields.number(json));
            }
            return !field.equals("Submission Time");
        });
        streams.jobStarted(line);
    }

    private void jobEnded(EventLine line) throws IOException {
        JsonFields.read(line, (field, json) -> {
            switch (field) {
                case "Completion Time" -> lastJob = later(lastJob, JsonFields.number(json));
                case "Job Result" ->
                    JsonFields.fields(json, (name, value) -> {
                        if (name.equals("Result")) {
                            lastJobFailed = !JsonFields.text(value).equals("JobSucceeded");
                            failedJobs += lastJobFailed ? 1 : 0;
                        }
                        return true;
                    });
                default -> {}
            }
            return true;
        });
    }

    private static OptionalLong later(OptionalLong one, long other) {
        return OptionalLong.of(Math.max(one.orElse(0), other));
    }

    private void executorAdded(EventLine line) throws IOException {
        ExecutorEvent added = new ExecutorEvent();
        JsonFields.read(line, added);
        executors.add(added.id(), added.host(), added.cores(), added.profile(), added.time());
    }

    private void executorRemoved(EventLine line) throws IOException {
        ExecutorEvent removed = new ExecutorEvent();
        JsonFields.read(line, removed);
        executors.remove(removed.id(), removed.time());
    }

    /** What the run was. */
    SparkRun run(SparkRun.LogReading reading) {
        // before Spark 1.4 jobs have no times, but their stages do
        RunTimes times = new RunTimes(
                start,
                end,
                firstJob.isPresent() ? firstJob : stages.firstSubmitted(),
                lastJob.isPresent() ? lastJob : stages.lastCompleted());
        return new SparkRun(
                new RunIdentity(said("App ID"), said("App Attempt ID"), said("App Name"), said("Spark Version")),
                times,
                executors.use(start, end.isPresent() ? end : times.lastJob()),
                memory.megabytes(executors.usualProfile(), settings),
                input(),
                Optional.of(stages.totals()),
                new JobResults(jobs, OptionalLong.of(failedJobs), lastJobFailed, exitCode, streams.waitForData()),
                settings,
                executors.hosts(),
                stages.longest(),
                reading);
    }

    private Optional<String> said(String field) {
        return Optional.ofNullable(application.get(field)).filter(text -> !text.isBlank());
    }

    private InputSize input() {
        long scanned = scans.bytes();
        long firstRead = stages.reads().bytes();
        if (scanned > 0) {
            return new InputSize(scanned + firstRead, InputOrigin.SCANNED_FILES);
        }
        if (firstRead > 0) {
            return new InputSize(firstRead, InputOrigin.FIRST_READS);
        }
        long largest = stages.reads().largestStage();
        return largest > 0 ? new InputSize(largest, InputOrigin.LARGEST_STAGE) : new InputSize(0, InputOrigin.UNKNOWN);
    }
}
