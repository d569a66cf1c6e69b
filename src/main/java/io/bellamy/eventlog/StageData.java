package io.bellamy.eventlog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** What a log says of data that a stage has to do with. */
final class StageData implements JsonFields.FieldTaker {

    private long id;
    private String name = "";
    private boolean first = true;
    private boolean kept;

    @Override
    public boolean take(String field, JsonParser json) throws IOException {
        switch (field) {
            case "RDD ID" -> id = JsonFields.number(json);
            case "Name" -> name = JsonFields.text(json);
            case "Parent IDs" -> JsonFields.items(json, parent -> first = false);
            case "Storage Level" -> JsonFields.fields(json, this::takeLevel);
            default -> {}
        }
        return true;
    }

    private boolean takeLevel(String level, JsonParser json) {
        kept |= level.startsWith("Use") && json.currentToken() == JsonToken.VALUE_TRUE;
        return true;
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    /** Is it read from a place that its name tells? */
    boolean isSource() {
        return first && name.contains("/");
    }

    /** Is it kept for later stages? */
    boolean isKept() {
        return kept;
    }
}
