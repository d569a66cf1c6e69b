package io.bellamy.historyserver;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.eventlog.LongestStages;
import io.bellamy.eventlog.SparkRun.InputOrigin;
import io.bellamy.eventlog.SparkRun.InputSize;
import io.bellamy.eventlog.StageFacts;
import io.bellamy.eventlog.TaskTotals;
import io.bellamy.eventlog.TaskWork;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The stages that a server tells of: the newest ones, of very many. */
final class ServedStages {

    private final LongestStages longest = new LongestStages();
    private final Set<Long> numbers = new HashSet<>();

    /** The numbers of data that stages had to do with which read something. */
    private final Set<Long> read = new HashSet<>();

    private long most = -1;
    private long largest;
    private long tasks;
    private long failed;
    private TaskWork work = TaskWork.NONE;

    /** A server has the newest first. */
    ServedStages(JsonNode stages) {
        StreamSupport.stream(stages.spliterator(), false)
                .sorted(Comparator.comparingLong(
                                (JsonNode stage) -> stage.path("stageId").asLong())
                        .thenComparingLong(stage -> stage.path("attemptId").asLong()))
                .forEach(this::add);
    }

    private void add(JsonNode stage) {
        long number = stage.path("stageId").asLong();
        numbers.add(number);
        most = Math.max(most, number);
        TaskWork own = work(stage);
        long lost = stage.path("numFailedTasks").asLong()
                + stage.path("numKilledTasks").asLong();
        long all = stage.path("numCompleteTasks").asLong() + lost;
        tasks += all;
        failed += lost;
        work = work.and(own);
        OptionalLong submitted = JsonAnswers.time(stage, "submissionTime");
        OptionalLong completed = JsonAnswers.time(stage, "completionTime");
        if (submitted.isEmpty() || completed.isEmpty()) {
            return; // skipped, or it goes on
        }
        if (own.read() > 0 && !readsAgain(stage)) {
            largest = Math.max(largest, own.read());
        }
        longest.add(new StageFacts(
                number,
                stage.path("attemptId").asLong(),
                stage.path("name").asText(""),
                submitted,
                OptionalLong.of(completed.getAsLong() - submitted.getAsLong()),
                all,
                lost,
                OptionalLong.empty(),
                OptionalLong.empty(),
                own));
    }

    /** Reads it data that an earlier stage did, from where they are kept or anew? */
    private boolean readsAgain(JsonNode stage) {
        boolean again = false;
        for (JsonNode data : stage.path("rddIds")) {
            again |= !read.add(data.asLong());
        }
        return again;
    }

    /** What a server has as the peak memory of a stage is that of all its tasks together, and no peak of any. */
    private static TaskWork work(JsonNode stage) {
        return new TaskWork(
                stage.path("inputBytes").asLong(),
                stage.path("inputRecords").asLong(),
                stage.path("outputBytes").asLong(),
                stage.path("shuffleReadBytes").asLong(),
                stage.path("shuffleWriteBytes").asLong(),
                stage.path("diskBytesSpilled").asLong(),
                0);
    }

    /** Are all told? They are numbered from 0 on. */
    boolean areAll() {
        return numbers.size() == most + 1;
    }

    Optional<TaskTotals> totals() {
        return areAll()
                ? Optional.of(new TaskTotals(tasks, failed, OptionalLong.empty(), OptionalLong.empty(), work))
                : Optional.empty();
    }

    /** What places are read is not told, but how much of them that stage read that read most for the first time. */
    InputSize input() {
        return areAll() && largest > 0
                ? new InputSize(largest, InputOrigin.LARGEST_STAGE)
                : new InputSize(0, InputOrigin.UNKNOWN);
    }

    List<StageFacts> longest() {
        return areAll() ? longest.inOrder() : List.of();
    }
}
