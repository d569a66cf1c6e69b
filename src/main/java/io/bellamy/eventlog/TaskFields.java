package io.bellamy.eventlog;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Reads what a log says of a task that ended, in whatever form. */
final class TaskFields implements JsonFields.FieldTaker {

    private long stage;
    private long attempt;
    private boolean succeeded = true;
    private boolean starved;
    private long launched;
    private long finished;
    private long bytesRead;
    private long recordsRead;
    private long written;
    private long shuffleRead;
    private long shuffleWritten;
    private long spilled;
    private long peakMemory;

    static FinishedTask read(EventLine line) throws IOException {
        TaskFields fields = new TaskFields();
        JsonFields.read(line, fields);
        return fields.task();
    }

    private FinishedTask task() {
        return new FinishedTask(
                new StageKey(stage, attempt),
                succeeded,
                starved,
                launched,
                finished,
                new TaskWork(bytesRead, recordsRead, written, shuffleRead, shuffleWritten, spilled, peakMemory));
    }

    @Override
    public boolean take(String name, JsonParser json) throws IOException {
        switch (name) {
            case "Stage ID" -> stage = JsonFields.number(json);
            case "Stage Attempt ID" -> attempt = JsonFields.number(json);
            case "Task End Reason" -> JsonFields.fields(json, this::takeReason);
            case "Task Info" -> JsonFields.fields(json, this::takeInfo);
            case "Task Metrics" -> JsonFields.fields(json, this::takeMetric);
            default -> {}
        }
        return true;
    }

    private boolean takeReason(String name, JsonParser json) throws IOException {
        switch (name) {
            case "Reason" -> succeeded = JsonFields.text(json).equals("Success");
            case "Class Name" -> starved |= MemoryFailure.isThrown(JsonFields.text(json));
            case "Loss Reason" -> starved |= MemoryFailure.isSaid(JsonFields.text(json));
            default -> {}
        }
        return true;
    }

    private boolean takeInfo(String name, JsonParser json) throws IOException {
        switch (name) {
            case "Launch Time" -> launched = JsonFields.number(json);
            case "Finish Time" -> finished = JsonFields.number(json);
            default -> {}
        }
        return true;
    }

    private boolean takeMetric(String name, JsonParser json) throws IOException {
        switch (name) {
            case "Peak Execution Memory" -> peakMemory = JsonFields.number(json);
            case "Disk Bytes Spilled" -> spilled = JsonFields.number(json);
            case "Shuffle Read Metrics", "Shuffle Write Metrics", "Input Metrics", "Output Metrics" ->
                JsonFields.fields(json, this::takeAmount);
            default -> {}
        }
        return true;
    }

    private boolean takeAmount(String name, JsonParser json) throws IOException {
        switch (name) {
            case "Bytes Read" -> bytesRead = JsonFields.number(json);
            case "Records Read" -> recordsRead = JsonFields.number(json);
            case "Bytes Written" -> written = JsonFields.number(json);
            case "Remote Bytes Read", "Local Bytes Read" -> shuffleRead += JsonFields.number(json);
            case "Shuffle Bytes Written" -> shuffleWritten = JsonFields.number(json);
            default -> {}
        }
        return true;
    }
}
