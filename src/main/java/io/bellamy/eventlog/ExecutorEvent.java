package io.bellamy.eventlog;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** What a log says of an executor that comes or goes. */
final class ExecutorEvent implements JsonFields.FieldTaker {

    private long time;
    private String id = "";
    private String host = "";
    private int cores;
    private int profile;

    @Override
    public boolean take(String field, JsonParser json) throws IOException {
        switch (field) {
            case "Timestamp" -> time = JsonFields.number(json);
            case "Executor ID" -> id = JsonFields.text(json);
            case "Executor Info" -> JsonFields.fields(json, this);
            case "Host" -> host = JsonFields.text(json);
            case "Total Cores" -> cores = (int) JsonFields.number(json);
            case "Resource Profile Id" -> profile = (int) JsonFields.number(json);
            default -> {}
        }
        return true;
    }

    long time() {
        return time;
    }

    String id() {
        return id;
    }

    String host() {
        return host;
    }

    int cores() {
        return cores;
    }

    int profile() {
        return profile;
    }
}
