package io.bellamy.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.job.Costing;
import io.bellamy.problem.Remedy;
import io.bellamy.service.LiveJobs;
import io.bellamy.service.LiveJobs.LiveScope;
import io.bellamy.service.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be asked without HTTP, for programs that are asked in another way: the same answers, to the byte, the same problems
 * and the same contracts. Safe for several threads.
 */
public final class LocalApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<Remedy, String> HELP = Map.of(
            Remedy.NAME_JOB, "name it with training_target and algorithm; the tool jobs lists what there is",
            Remedy.EACH_CANDIDATE, "or ask for all of them with each_candidate: true",
            Remedy.ONE_CANDIDATE, "ask without each_candidate",
            Remedy.PRICES, "or let the program have them (bellamy mcp --prices)");

    private final LiveJobs jobs;
    private final Failures failures;
    private final Map<LocalQuestion, Endpoint> endpoints = new EnumMap<>(LocalQuestion.class);

    /**
     * Wires it; nothing is read yet.
     *
     * @param costing for requests that say nothing of costs
     * @param words of the command line for failures
     */
    public LocalApi(Workspace workspace, LiveScope scope, Costing costing, FailureWords words) {
        this.jobs = new LiveJobs(workspace, scope);
        this.failures = new Failures(words, HELP);
        endpoints.put(LocalQuestion.PREDICT, new PredictEndpoint(workspace, jobs, costing, failures));
        endpoints.put(LocalQuestion.SUGGEST, new SuggestEndpoint(workspace, jobs));
        endpoints.put(LocalQuestion.JOBS, new JobsEndpoint(jobs, costing.workers()));
        endpoints.put(LocalQuestion.CHECK, new CheckEndpoint(workspace, failures));
    }

    /** What can be asked. */
    public enum LocalQuestion {
        PREDICT("request", "prediction", true),
        SUGGEST("request", "suggestion", false),
        JOBS("", "jobs", false),
        CHECK("check-request", "check", false);

        private final String asked;
        private final String answered;
        private final boolean flagged;

        LocalQuestion(String asked, String answered, boolean flagged) {
            this.asked = asked;
            this.answered = answered;
            this.flagged = flagged;
        }

        /** What stands in the address over HTTP. */
        private List<String> flags() {
            return flagged ? List.of(PredictEndpoint.EACH, PredictEndpoint.EXPLAIN) : List.of();
        }

        /** The contract of its arguments, a JSON schema of one object. */
        public ObjectNode arguments() {
            ObjectNode schema = asked.isEmpty()
                    ? JSON.createObjectNode().put("type", "object").put("additionalProperties", false)
                    : Contracts.read(asked);
            ObjectNode properties = schema.withObject("/properties");
            flags().forEach(flag -> properties
                    .putObject(flag)
                    .put("type", "boolean")
                    .put("description", PredictEndpoint.FLAGS.get(flag)));
            return schema;
        }

        /** The contract of its answer to one question, a JSON schema of one object. */
        public ObjectNode answer() {
            ObjectNode schema = Contracts.read(answered);
            if (schema.remove("anyOf") != null) {
                schema.put("type", "object").put("$ref", Contracts.ONE_ANSWER);
            }
            return schema;
        }
    }

    /**
     * What came of it.
     *
     * @param answered or is the document that of a problem?
     * @param document of JSON
     */
    public record LocalAnswer(boolean answered, String document) {}

    /** Reads what has changed since it did so before, so that answers are of what there is now. */
    public void refresh() {
        jobs.refresh();
    }

    /** Answers a question from models and data as they are now. */
    public LocalAnswer answer(LocalQuestion question, Map<String, Object> arguments) {
        try {
            refresh();
            return new LocalAnswer(
                    true,
                    endpoints.get(question).answer(call(question, arguments)).text());
        } catch (RuntimeException | StackOverflowError failure) {
            return new LocalAnswer(
                    false, ProblemJson.answer(failures.problem(failure)).text());
        }
    }

    /** As if it had come over HTTP: some arguments stand in the address there. */
    private static HttpCall call(LocalQuestion question, Map<String, Object> arguments) {
        Map<String, Object> body = new LinkedHashMap<>(arguments);
        Map<String, String> query = new HashMap<>();
        for (String name : question.asked.isEmpty() ? List.copyOf(body.keySet()) : question.flags()) {
            if (body.containsKey(name)) {
                query.put(name, String.valueOf(body.remove(name)));
            }
        }
        try {
            byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
            return new HttpCall(question.name(), query, HttpAnswer.JSON, new HttpCall.Body(bytes));
        } catch (JsonProcessingException madeHere) {
            throw new IllegalStateException(madeHere);
        }
    }
}
