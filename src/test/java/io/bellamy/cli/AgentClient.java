package io.bellamy.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An agent that starts {@code bellamy mcp} and speaks with it through the client of the SDK, which holds answers against the
 * contracts of their tools.
 *
 * @param client of the SDK, in an open session
 */
record AgentClient(McpSyncClient client) implements AutoCloseable {

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static AgentClient of(OwnFolder own, String... more) {
        List<String> command = BellamyProcess.command(List.of(OwnFolder.with(own.arguments("mcp"), more)));
        StdioClientTransport transport = new StdioClientTransport(
                ServerParameters.builder(command.get(0))
                        .args(command.subList(1, command.size()))
                        .build(),
                new JacksonMcpJsonMapper(JSON));
        McpSyncClient client = McpClient.sync(transport)
                .requestTimeout(PATIENCE)
                .initializationTimeout(PATIENCE)
                .enableCallToolSchemaCaching(true)
                .jsonSchemaValidator(new Contracts())
                .build();
        client.initialize();
        return new AgentClient(client);
    }

    /** Calls a tool with arguments in JSON. */
    CallToolResult call(String tool, String arguments) throws IOException {
        return client.callTool(CallToolRequest.builder(tool)
                .arguments(new JacksonMcpJsonMapper(JSON), arguments)
                .build());
    }

    /** The document that came of it. */
    static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    @Override
    public void close() {
        client.closeGracefully();
    }

    private static final class Contracts implements JsonSchemaValidator {

        @Override
        public ValidationResponse validate(Map<String, Object> schema, Object document) {
            List<?> wrong = Schemas.ofText(JSON.valueToTree(schema).toString()).validate(JSON.valueToTree(document));
            return wrong.isEmpty() ? ValidationResponse.asValid("") : ValidationResponse.asInvalid(wrong.toString());
        }
    }

    /** A document as a tree. */
    static JsonNode tree(Object document) {
        return JSON.valueToTree(document);
    }
}
