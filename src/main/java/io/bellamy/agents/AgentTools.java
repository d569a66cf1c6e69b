package io.bellamy.agents;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.web.LocalApi;
import io.bellamy.web.LocalApi.LocalAnswer;
import io.bellamy.web.LocalApi.LocalQuestion;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** What can be asked, as tools, in words for who chooses among tools. */
final class AgentTools {

    /** What all of it is for. */
    static final String ABOUT =
            "Predicts how long Spark and Flink jobs run on clusters of other sizes and machine types, from their runs so far. "
                    + "Ask jobs first: of each job it gives usual_request, which predict and suggest take as it is or changed. "
                    + "What is wrong with arguments is told with what to do about it.";

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final LocalApi api;
    private final ObjectMapper json;

    /** A check takes all of a processor for seconds, so one is made after the other. */
    private final Lock checking = new ReentrantLock();

    AgentTools(LocalApi api, ObjectMapper json) {
        this.api = api;
        this.json = json;
    }

    List<SyncToolSpecification> all() {
        return Stream.of(LocalQuestion.values()).map(this::tool).toList();
    }

    private SyncToolSpecification tool(LocalQuestion question) {
        Tool tool = Tool.builder(question.name().toLowerCase(Locale.ROOT), object(question.arguments()))
                .description(description(question))
                .outputSchema(object(question.answer()))
                .annotations(ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
        return SyncToolSpecification.builder()
                .tool(tool)
                .callHandler((exchange, call) -> answer(question, call))
                .build();
    }

    private static String description(LocalQuestion question) {
        return switch (question) {
            case PREDICT ->
                "How long does a job run on each number of machines from min_scale_out to max_scale_out, and which is best? "
                        + "Runtimes are medians in seconds, with the interval in which 90 % of runs lie (or another share: interval). "
                        + "machine_types compares several; with max_runtime the cheapest within these seconds is recommended, with "
                        + "max_cost the fastest within that cost; meets_limit false says that there is none. Properties that are left "
                        + "out are filled in from known runs where these leave no doubt.";
            case SUGGEST ->
                "Which number of machines is worth a measured run next, because that run would narrow the predicted intervals "
                        + "most? Takes the request of predict.";
            case JOBS ->
                "Which jobs can be asked about? Of each the data set (training_target), the algorithm, how many runs are known, on "
                        + "which scale-outs, their property values, and usual_request: the arguments of predict and suggest for "
                        + "the job as it usually is.";
            case CHECK ->
                "Have the runs of a data set since a day taken as long as was to be expected, and will the jobs meet their "
                        + "deadlines? Names jobs that have become slower or faster, and since when. Takes seconds.";
        };
    }

    private CallToolResult answer(LocalQuestion question, CallToolRequest call) {
        Map<String, Object> arguments = Optional.ofNullable(call.arguments()).orElse(Map.of());
        LocalAnswer answer = question == LocalQuestion.CHECK ? checked(arguments) : api.answer(question, arguments);
        CallToolResult.Builder result =
                CallToolResult.builder().addTextContent(answer.document()).isError(!answer.answered());
        if (answer.answered()) {
            result.structuredContent(object(answer.document()));
        }
        return result.build();
    }

    private LocalAnswer checked(Map<String, Object> arguments) {
        checking.lock();
        try {
            return api.answer(LocalQuestion.CHECK, arguments);
        } finally {
            checking.unlock();
        }
    }

    private Map<String, Object> object(ObjectNode node) {
        return json.convertValue(node, OBJECT);
    }

    private Map<String, Object> object(String document) {
        try {
            return json.readValue(document, OBJECT);
        } catch (IOException madeHere) {
            throw new UncheckedIOException(madeHere);
        }
    }
}
