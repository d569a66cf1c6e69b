package io.bellamy.historyserver;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.eventlog.SparkRun.JobResults;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** The jobs that a server tells of: the newest ones, of very many. */
final class ServedJobs {

    /** How Spark describes what a streaming query does. */
    private static final Pattern STREAMING =
            Pattern.compile("(?s).*\\bid = [0-9a-f-]{36}\\b.*\\brunId = [0-9a-f-]{36}\\b.*\\bbatch = .*");

    private final Set<Long> numbers = new HashSet<>();
    private OptionalLong first = OptionalLong.empty();
    private OptionalLong last = OptionalLong.empty();
    private long most = -1;
    private long lastNumber = -1;
    private long failed;
    private boolean lastFailed;
    private boolean streaming;

    ServedJobs(JsonNode jobs) {
        jobs.forEach(this::add);
    }

    private void add(JsonNode job) {
        long number = job.path("jobId").asLong();
        numbers.add(number);
        most = Math.max(most, number);
        boolean lost = job.path("status").asText().equals("FAILED");
        failed += lost ? 1 : 0;
        streaming |= STREAMING.matcher(job.path("description").asText("")).matches();
        JsonAnswers.time(job, "submissionTime")
                .ifPresent(time -> first = OptionalLong.of(Math.min(time, first.orElse(time))));
        JsonAnswers.time(job, "completionTime").ifPresent(time -> {
            boolean later =
                    last.isEmpty() || time > last.getAsLong() || (time == last.getAsLong() && number > lastNumber);
            if (later) {
                last = OptionalLong.of(time);
                lastNumber = number;
                lastFailed = lost;
            }
        });
    }

    /** Are all told? They are numbered from 0 on. */
    boolean areAll() {
        return numbers.size() == most + 1;
    }

    OptionalLong first() {
        return areAll() ? first : OptionalLong.empty();
    }

    OptionalLong last() {
        return last;
    }

    JobResults results() {
        return new JobResults(
                most + 1,
                areAll() ? OptionalLong.of(failed) : OptionalLong.empty(),
                lastFailed,
                OptionalLong.empty(),
                streaming);
    }
}
