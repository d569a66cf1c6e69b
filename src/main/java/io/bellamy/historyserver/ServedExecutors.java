package io.bellamy.historyserver;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.eventlog.ExecutorTimeline;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** The executors that a server tells of: of those that went, the last ones, where these are very many. */
final class ServedExecutors {

    /** So many of those that went a server keeps, if it is not told otherwise. */
    private static final int KEPT = 100;

    private final ExecutorTimeline timeline = new ExecutorTimeline();
    private final Set<String> names = new TreeSet<>();
    private int gone;

    ServedExecutors(JsonNode executors) {
        executors.forEach(this::add);
    }

    private void add(JsonNode executor) {
        String id = executor.path("id").asText("");
        OptionalLong came = JsonAnswers.time(executor, "addTime");
        if (came.isEmpty() || id.isEmpty()) {
            return;
        }
        String host = executor.path("hostPort").asText("").replaceAll(":\\d+$", "");
        int cores = executor.path("totalCores").asInt();
        timeline.add(id, host, cores, executor.path("resourceProfileId").asInt(), came.getAsLong());
        if (id.chars().allMatch(Character::isDigit)) {
            names.add(id);
        }
        JsonAnswers.time(executor, "removeTime").ifPresent(time -> {
            timeline.remove(id, time);
            gone++;
        });
    }

    /** Are all told? The first one is number 0 or 1. */
    boolean areAll() {
        return gone < KEPT && (names.isEmpty() || names.contains("0") || names.contains("1"));
    }

    ExecutorTimeline timeline() {
        return areAll() ? timeline : new ExecutorTimeline();
    }
}
