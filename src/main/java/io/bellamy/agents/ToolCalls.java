package io.bellamy.agents;

import io.bellamy.problem.Quoted;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what is wrong with the form of a call before the SDK takes it, which would answer in words of Java.
 *
 * @param tools that there are
 */
record ToolCalls(List<String> tools) {

    private static final String CALL = "tools/call";

    ToolCalls {
        tools = List.copyOf(tools);
    }

    Optional<String> objection(JSONRPCRequest request) {
        if (!request.method().equals(CALL)) {
            return Optional.empty();
        }
        if (!(request.params() instanceof Map<?, ?> params)) {
            return Optional.of("params: must be an object with name and arguments");
        }
        Object name = params.get("name");
        if (!(name instanceof String text) || !tools.contains(text)) {
            return Optional.of("name: there is no tool " + Quoted.of(name) + "; there are " + String.join(", ", tools));
        }
        Object arguments = params.get("arguments");
        return arguments == null || arguments instanceof Map<?, ?>
                ? Optional.empty()
                : Optional.of("arguments: must be an object");
    }
}
