package io.bellamy.historyserver;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.eventlog.SparkRun;
import io.bellamy.eventlog.SparkRun.LogReading;
import io.bellamy.eventlog.SparkRun.RunIdentity;
import io.bellamy.eventlog.SparkRun.RunTimes;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Puts together what a server says of a run beside its log. That is less: a server adds the tasks of a stage up, keeps some
 * of very many jobs, stages and executors, and does not tell what places were read.
 */
final class ServedRunReader {

    private static final LogReading NONE = new LogReading(0, 0, 0, 0, Optional.empty(), false);

    private final JsonAnswers answers;

    ServedRunReader(JsonAnswers answers) {
        this.answers = answers;
    }

    /**
     * Reads all that there is of a run.
     *
     * @param application the address of the application
     * @param attempt which one, where it has several
     * @param part the address of a part of what is said of the attempt
     */
    ServedFacts read(URI application, Optional<String> attempt, Function<String, URI> part) throws IOException {
        JsonNode whole = answers.object(application);
        JsonNode run = attempt(whole, attempt);
        ServedJobs jobs = new ServedJobs(answers.list(part.apply("jobs")));
        ServedStages stages = new ServedStages(answers.list(part.apply("stages")));
        ServedExecutors executors = new ServedExecutors(answers.list(part.apply("allexecutors")));
        ServedSettings environment = new ServedSettings(answers.object(part.apply("environment")));
        RunTimes times = new RunTimes(
                JsonAnswers.time(run, "startTime"), JsonAnswers.time(run, "endTime"), jobs.first(), jobs.last());
        Map<String, String> settings = environment.all();
        OptionalLong end = times.end().isPresent() ? times.end() : times.lastJob();
        SparkRun facts = new SparkRun(
                new RunIdentity(said(whole, "id"), attempt, said(whole, "name"), said(run, "appSparkVersion")),
                times,
                executors.timeline().use(times.start(), end),
                environment.memory().megabytes(executors.timeline().usualProfile(), settings),
                stages.input(),
                stages.totals(),
                jobs.results(),
                settings,
                executors.timeline().hosts(),
                stages.longest(),
                NONE);
        return new ServedFacts(
                facts,
                missing(jobs, stages),
                executors.areAll()
                        ? Optional.empty()
                        : Optional.of("the history server does not tell of all its executors"));
    }

    private static JsonNode attempt(JsonNode application, Optional<String> wanted) throws IOException {
        for (JsonNode attempt : application.path("attempts")) {
            if (said(attempt, "attemptId").equals(wanted)) {
                return attempt;
            }
        }
        throw new RefusedException("does not tell of this attempt");
    }

    private static Optional<String> said(JsonNode of, String field) {
        return Optional.of(of.path(field).asText("")).filter(text -> !text.isBlank());
    }

    private static List<String> missing(ServedJobs jobs, ServedStages stages) {
        List<String> missing = new ArrayList<>(List.of(
                "the sizes of the places that were read",
                "peak memory",
                "which tasks failed for want of memory",
                "the time without tasks",
                "single tasks"));
        if (!jobs.areAll()) {
            missing.add("earlier jobs");
        }
        if (!stages.areAll()) {
            missing.add("earlier stages, and so what all tasks did");
        }
        return missing;
    }
}
