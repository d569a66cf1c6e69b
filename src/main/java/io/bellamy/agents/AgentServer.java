package io.bellamy.agents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bellamy.agents.InputLines.InputLine;
import io.bellamy.problem.JsonWords;
import io.bellamy.problem.MachineException;
import io.bellamy.problem.Quoted;
import io.bellamy.service.StopSignals;
import io.bellamy.web.LocalApi;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers one agent, a message of JSON-RPC a line, until it says no more or the program is told to stop. The protocol is the
 * SDK's; what it would end a session for (a line that is no message) or wait on for ever (a request before the session is open)
 * is refused here, and the session goes on.
 */
public final class AgentServer {

    private static final Logger LOG = LoggerFactory.getLogger(AgentServer.class);
    private static final int MOST_BYTES = 1 << 20;

    /** So many answers are worked on at a time; who asks for more waits in the stream. */
    private static final int AT_A_TIME = 8;

    private static final long STOP_SECONDS = 5;
    private static final String OPENED = "notifications/initialized";
    private static final String NO_OBJECT = "must be one object of JSON";
    private static final Set<String> BEFORE_OPEN = Set.of("initialize", "ping");

    private final LocalApi api;
    private final McpJsonMapper mapper;
    private final AgentLines lines;
    private final ToolCalls calls;
    private final McpSyncServer server;
    private final Semaphore room = new Semaphore(AT_A_TIME);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Optional<IOException>> failure = new AtomicReference<>(Optional.empty());
    private boolean open;

    /**
     * Wires it; nothing is read yet.
     *
     * @param version of the program
     * @param out where messages to the agent go, and nothing else
     */
    public AgentServer(LocalApi api, String version, PrintWriter out) {
        // numbers stay as they are written: the machine type 3.10 is not 3.1
        ObjectMapper json = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        this.api = api;
        this.mapper = new JacksonMcpJsonMapper(json);
        this.lines = new AgentLines(mapper, out);
        List<SyncToolSpecification> tools = new AgentTools(api, json).all();
        this.calls =
                new ToolCalls(tools.stream().map(tool -> tool.tool().name()).toList());
        this.server = McpServer.sync(lines)
                .serverInfo("bellamy", version)
                .instructions(AgentTools.ABOUT)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .jsonMapper(mapper)
                // what is wrong with arguments is told better where they are read
                .validateToolInputs(false)
                .jsonSchemaValidator((schema, document) -> ValidationResponse.asValid(""))
                .tools(tools)
                .build();
    }

    /**
     * Answers until the input ends or a signal comes.
     *
     * @throws MachineException if the input can't be read
     */
    public void run(InputStream in) {
        StopSignals signals = new StopSignals(ended::countDown);
        start("bellamy-jobs", this::prepare);
        start("bellamy-agent", () -> read(new InputLines(in, MOST_BYTES)));
        try {
            ended.await();
            // what was begun has been answered where the input ended
            boolean unused = room.tryAcquire(AT_A_TIME, STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            server.close();
            signals.release();
        }
        failure.get().ifPresent(broken -> {
            throw new MachineException(
                    "can't read standard input: " + Quoted.line(String.valueOf(broken.getMessage())), broken);
        });
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The first answer would else wait for models and data to be read. */
    private void prepare() {
        try {
            api.refresh();
        } catch (RuntimeException unreadable) {
            LOG.warn("{}", Quoted.line(String.valueOf(unreadable.getMessage())));
        }
    }

    private void read(InputLines input) {
        try {
            Optional<InputLine> line = input.next();
            for (long number = 1; line.isPresent() && !lines.isBroken(); number++) {
                take(line.get(), number);
                line = input.next();
            }
            room.acquire(AT_A_TIME);
            room.release(AT_A_TIME);
        } catch (IOException broken) {
            failure.set(Optional.of(broken));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private void take(InputLine line, long number) throws InterruptedException {
        String place = "line " + number + " of the input ";
        if (line.objection().isPresent()) {
            lines.refuse(
                    null, ErrorCodes.INVALID_REQUEST, place + line.objection().get());
            return;
        }
        if (line.text().isBlank()) {
            return;
        }
        if (line.text().strip().equals("null")) { // which the SDK takes for a message, and fails
            lines.refuse(null, ErrorCodes.INVALID_REQUEST, place + NO_OBJECT);
            return;
        }
        try {
            take(McpSchema.deserializeJsonRpcMessage(mapper, line.text()));
        } catch (MismatchedInputException other) {
            lines.refuse(null, ErrorCodes.INVALID_REQUEST, place + NO_OBJECT);
        } catch (JsonProcessingException broken) {
            lines.refuse(null, ErrorCodes.PARSE_ERROR, place + "is no JSON: " + JsonWords.of(broken));
        } catch (IOException | IllegalArgumentException foreign) {
            lines.refuse(
                    null,
                    ErrorCodes.INVALID_REQUEST,
                    place + "is no message of JSON-RPC 2.0: it has jsonrpc, method and, if it is to be answered, id");
        }
    }

    private void take(JSONRPCMessage message) throws InterruptedException {
        if (message instanceof JSONRPCRequest request && isRefused(request)) {
            return;
        }
        if (message instanceof JSONRPCNotification told && told.method().equals(OPENED)) {
            open = true;
        }
        room.acquire();
        lines.session()
                .handle(message)
                .doFinally(signal -> room.release())
                .subscribe(nothing -> {}, failed -> LOG.debug("a message was not taken", failed));
    }

    private boolean isRefused(JSONRPCRequest request) {
        if (!open && !BEFORE_OPEN.contains(request.method())) {
            String why = request.method() + ": the session is not open yet: send initialize and then " + OPENED;
            lines.refuse(request.id(), ErrorCodes.INVALID_REQUEST, why);
            return true;
        }
        Optional<String> objection = calls.objection(request);
        objection.ifPresent(wrong -> lines.refuse(request.id(), ErrorCodes.INVALID_PARAMS, wrong));
        return objection.isPresent();
    }
}
