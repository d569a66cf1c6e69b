package io.bellamy.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.problem.Quoted;
import io.bellamy.service.LiveJob;
import io.bellamy.service.LiveJobs;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Tells whether requests should come here: not before anything can be answered, nor when it is about to stop. A job whose newest
 * model or data are damaged is told of, and answered about as before.
 */
final class Readiness implements Endpoint {

    private final LiveJobs jobs;
    private final AtomicBoolean stopping = new AtomicBoolean();

    Readiness(LiveJobs jobs) {
        this.jobs = jobs;
    }

    /** From now on requests should go elsewhere. */
    void stop() {
        stopping.set(true);
    }

    @Override
    public HttpAnswer answer(HttpCall call) {
        List<LiveJob> answered =
                jobs.all().stream().filter(job -> job.content().isPresent()).toList();
        ArrayNode problems = JsonNodeFactory.instance.arrayNode();
        jobs.all().forEach(job -> messages(job).forEach(message -> problems.addObject()
                .put("training_target", job.name().target())
                .put("algorithm", job.name().algorithm())
                .put("message", message)
                .put("answered", job.content().isPresent())));
        boolean ready = !stopping.get() && !answered.isEmpty();
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("status", word(ready, problems.isEmpty()))
                .put("jobs", answered.size());
        document.set("problems", problems);
        return new HttpAnswer(
                ready ? 200 : 503,
                HttpAnswer.JSON,
                Quoted.escaped(document.toPrettyString(), "\r\n") + System.lineSeparator(),
                Map.of());
    }

    private String word(boolean ready, boolean whole) {
        if (ready) {
            return whole ? "ready" : "degraded";
        }
        return stopping.get() ? "stopping" : "no jobs";
    }

    private static Stream<String> messages(LiveJob job) {
        return Stream.concat(
                job.failure().stream().map(failure -> String.valueOf(failure.getMessage())), job.warnings().stream());
    }
}
