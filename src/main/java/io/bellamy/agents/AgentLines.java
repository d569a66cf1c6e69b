package io.bellamy.agents;

import io.bellamy.problem.Quoted;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;

/** What is said to the one agent at the other end: a message a line, each whole. */
final class AgentLines implements McpServerTransport, McpServerTransportProvider {

    private final McpJsonMapper mapper;
    private final PrintWriter out;
    private final AtomicReference<McpServerSession> session = new AtomicReference<>();

    AgentLines(McpJsonMapper mapper, PrintWriter out) {
        this.mapper = mapper;
        this.out = out;
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        session.set(factory.create(this));
    }

    /** The one that there is. */
    McpServerSession session() {
        return session.get();
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.fromRunnable(() -> write(inOurWords(message)));
    }

    /** What the SDK can't take it tells in words of Java; tools, which answer whatever happens, are never what failed. */
    private static JSONRPCMessage inOurWords(JSONRPCMessage message) {
        return message instanceof JSONRPCResponse response
                        && response.error() != null
                        && response.error().code() == ErrorCodes.INTERNAL_ERROR
                ? JSONRPCResponse.error(
                        response.id(),
                        new JSONRPCError(
                                ErrorCodes.INVALID_PARAMS, "params: are not what the protocol has for this method"))
                : message;
    }

    /**
     * Says that a message is refused.
     *
     * @param id of the message; null, as the protocol has it, where it has none
     * @param code as JSON-RPC numbers it
     */
    void refuse(Object id, int code, String why) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id);
        answer.put("error", Map.of("code", code, "message", Quoted.line(why)));
        write(Collections.unmodifiableMap(answer));
    }

    private void write(Object message) {
        try {
            String line = mapper.writeValueAsString(message);
            synchronized (out) {
                out.print(line);
                out.print('\n');
                out.flush();
            }
        } catch (IOException madeHere) {
            throw new UncheckedIOException(madeHere);
        }
    }

    /** Can nobody read it any more? */
    boolean isBroken() {
        return out.checkError();
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return mapper.convertValue(data, type);
    }

    @Override
    public Mono<Void> notifyClients(String method, Object parameters) {
        return session().sendNotification(method, parameters);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    @Override
    public void close() {
        // the streams are those of the program
    }

    @Override
    public List<String> protocolVersions() {
        return McpServerTransport.super.protocolVersions();
    }
}
