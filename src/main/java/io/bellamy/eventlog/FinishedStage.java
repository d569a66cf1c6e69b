package io.bellamy.eventlog;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;

/** What a log says of a stage that ended. */
final class FinishedStage implements JsonFields.FieldTaker {

    private static final JsonKey SUBMISSION = new JsonKey(",\"Submission Time\":");
    private static final JsonKey COMPLETION = new JsonKey(",\"Completion Time\":");
    private static final JsonKey SOURCE = new JsonKey("\"Parent IDs\":[]");
    private static final JsonKey PARENTS = new JsonKey("\"Parent IDs\":");
    private static final int LONGEST_NAME = 200;

    private final boolean withSources;
    private boolean timesKnown;
    private long id;
    private long attempt;
    private String name = "";
    private long submitted;
    private long completed;

    /** Where it reads from: the names of data that come from no other data. */
    private final Set<String> sources = new LinkedHashSet<>();

    /** Numbers of the data in it that are kept for later stages. */
    private final Set<Long> kept = new LinkedHashSet<>();

    private FinishedStage(boolean withSources) {
        this.withSources = withSources;
    }

    /**
     * Reads one. Behind its name stand first the data that it has to do with, then very long texts; where the line is as
     * Spark writes it, what is not needed of these is not read.
     *
     * @param sourcesCount whether it matters where it reads from
     */
    static FinishedStage of(EventLine line, boolean sourcesCount) throws IOException {
        // before Spark 1.4 it is not said what data come from
        boolean withSources =
                sourcesCount && (line.after(SOURCE, line.from()) >= 0 || line.after(PARENTS, line.from()) < 0);
        FinishedStage stage = new FinishedStage(withSources);
        NumberSearch times = new NumberSearch(line, line.from());
        stage.submitted = times.next(SUBMISSION);
        stage.completed = times.next(COMPLETION);
        stage.timesKnown = stage.submitted > 0 && stage.completed > 0;
        JsonFields.read(line, (field, json) -> !field.equals("Stage Info") || JsonFields.fields(json, stage));
        return stage;
    }

    @Override
    public boolean take(String field, JsonParser json) throws IOException {
        switch (field) {
            case "Stage ID" -> id = JsonFields.number(json);
            case "Stage Attempt ID" -> attempt = JsonFields.number(json);
            case "Stage Name" -> {
                String text = JsonFields.text(json);
                name = text.substring(0, Math.min(text.length(), LONGEST_NAME));
            }
            case "Submission Time" -> submitted = JsonFields.number(json);
            case "Completion Time" -> completed = JsonFields.number(json);
            case "RDD Info" -> {
                if (withSources) {
                    JsonFields.items(json, this::takeData);
                }
                return !timesKnown;
            }
            default -> {}
        }
        return true;
    }

    private void takeData(JsonParser json) throws IOException {
        StageData data = new StageData();
        JsonFields.fields(json, data);
        if (data.isKept()) {
            kept.add(data.id());
        }
        if (data.isSource()) {
            sources.add(data.name());
        }
    }

    StageKey key() {
        return new StageKey(id, attempt);
    }

    String name() {
        return name;
    }

    OptionalLong submitted() {
        return submitted > 0 ? OptionalLong.of(submitted) : OptionalLong.empty();
    }

    OptionalLong completed() {
        return completed > 0 ? OptionalLong.of(completed) : OptionalLong.empty();
    }

    /** From its submission to its end, where both are told. */
    OptionalLong duration() {
        return submitted > 0 && completed > 0 ? OptionalLong.of(completed - submitted) : OptionalLong.empty();
    }

    Set<String> sources() {
        return sources;
    }

    Set<Long> kept() {
        return kept;
    }
}
